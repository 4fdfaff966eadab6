// SPDX-License-Identifier: MIT
#include "cli/files.hpp"

#include <gmock/gmock.h>

#include <fstream>

#include "cli/errors.hpp"
#include "mido/values/errors.hpp"
#include "support/temporary_folder.hpp"

namespace mido::cli {
namespace {

namespace fs = std::filesystem;
using ::mido::testing::TemporaryFolder;
using ::testing::HasSubstr;

std::size_t files_in(const fs::path& folder) {
  return static_cast<std::size_t>(
      std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

class Files : public ::testing::Test {
 protected:
  [[nodiscard]] std::string path(const std::string& name) const {
    return (folder_.path() / name).string();
  }
  Bytes read(const std::string& name) { return read_bytes(path(name), io_); }

  TemporaryFolder folder_;
  std::ostringstream out_;
  Io io_{.out = out_, .err = out_};
};

TEST_F(Files, AreReadAsTheyWereWritten) {
  Bytes bytes(100000);
  for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = static_cast<std::uint8_t>(i * i);
  write_bytes(path("a"), bytes);
  EXPECT_EQ(read("a"), bytes);
  write_bytes(path("a"), {});
  EXPECT_EQ(read("a"), Bytes());
}

TEST_F(Files, StayWhatTheyWereWhenWritingFails) {
  write_bytes(path("a"), Bytes{1});
  EXPECT_THROW(write_file(path("a"),
                          [](const fs::path& where) {
                            std::ofstream(where) << "half of it";
                            throw Error("the rest is missing");
                          }),
               Error);
  EXPECT_EQ(read("a"), Bytes{1});
  EXPECT_EQ(files_in(folder_.path()), 1U) << "nothing is left behind";
}

TEST_F(Files, KeepTheirLinksAndPermissions) {
  write_bytes(path("a"), Bytes{1});
  fs::permissions(path("a"), fs::perms::owner_read | fs::perms::owner_write);
  fs::create_symlink("a", path("link"));
  write_bytes(path("link"), Bytes{2});
  EXPECT_TRUE(fs::is_symlink(path("link")));
  EXPECT_EQ(read("a"), Bytes{2});
  EXPECT_EQ(fs::status(path("a")).permissions(), fs::perms::owner_read | fs::perms::owner_write);
}

TEST_F(Files, ThatCannotBeAreNamed) {
  const auto error_of = [](auto action) -> std::string {
    try {
      action();
    } catch (const FileError& error) {
      return error.what();
    }
    return "";
  };
  EXPECT_EQ(error_of([&] { static_cast<void>(read("none")); }),
            path("none") + ": No such file or directory");
  EXPECT_EQ(error_of([&] { static_cast<void>(read("")); }), path("") + ": Is a directory");
  EXPECT_EQ(error_of([&] { write_bytes(path(""), {}); }), path("") + ": Is a directory");
  EXPECT_EQ(error_of([&] { write_bytes(path("no/file"), {}); }),
            path("no/file") + ": No such file or directory");
}

TEST_F(Files, AreNotOverwrittenByAccident) {
  write_bytes(path("a"), Bytes{1});
  fs::create_symlink("a", path("link"));
  EXPECT_THROW(check_is_other_file(path("a"), path("link"), false), UsageError);
  EXPECT_NO_THROW(check_is_other_file(path("a"), path("link"), true));
  EXPECT_NO_THROW(check_is_other_file(path("a"), path("b"), false));
}

}  // namespace
}  // namespace mido::cli
