// SPDX-License-Identifier: MIT
#include "mido/codec/charset.hpp"

#include <gtest/gtest.h>

#include <functional>
#include <random>
#include <string>

#include "mido/values/errors.hpp"

namespace {

using mido::Charset;

std::string error_of(const std::function<void()>& action) {
  try {
    action();
  } catch (const mido::ValueError& error) {
    return error.what();
  }
  return "";
}

bool has_iconv() {
  return error_of([] { (void)Charset("cp1252"); }).empty();
}
bool has_uchardet() {
  return error_of([] { (void)Charset::detect("\x81"); }).find("uchardet") == std::string::npos;
}

std::string random_bytes(std::minstd_rand& random, std::size_t longest) {
  std::string bytes(random() % (longest + 1), '\0');
  for (char& c : bytes) c = static_cast<char>(random() >> 8);
  return bytes;
}

void expect_round_trip(const Charset& charset, const std::string& bytes) {
  const std::string text = charset.decode(bytes);
  ASSERT_EQ(charset.encode(text), bytes)
      << charset.name() << ' ' << ::testing::PrintToString(bytes) << " as " << text;
}

TEST(Charset, Latin1TakesEveryByte) {
  EXPECT_EQ(Charset::latin1().decode("F\xFCr Elise"), "Für Elise");
  EXPECT_EQ(Charset::latin1().encode("Für Elise"), "F\xFCr Elise");
  std::string all;
  for (int i = 0; i < 256; ++i) all += static_cast<char>(i);
  expect_round_trip(Charset::latin1(), all);
}

TEST(Charset, KeepsBytesThatAreNoUtf8) {
  const Charset utf8 = Charset::utf8();
  EXPECT_EQ(utf8.decode("Für"), "Für");
  EXPECT_EQ(utf8.decode("F\xFCr"), "F\xF4\x8F\xBB\xBCr");  // U+10FEFC
  EXPECT_EQ(utf8.encode("F\xF4\x8F\xBB\xBCr"), "F\xFCr");
  EXPECT_EQ(utf8.decode("\xE2\x82"), utf8.decode("\xE2") + utf8.decode("\x82"));
}

TEST(Charset, KeepsTheCharactersThatStandForBytesTooWhenAFileHasThem) {
  const std::string natural =
      "a\xF4\x8F\xBB\xBC"
      "b";
  EXPECT_NE(Charset::utf8().decode(natural), natural);
  expect_round_trip(Charset::utf8(), natural);
}

TEST(Charset, HasTheNamesOfPythonAndIconv) {
  for (const char* name : {"latin1", "Latin-1", "ISO-8859-1", "iso8859_1", "L1"}) {
    EXPECT_EQ(Charset(name), Charset::latin1()) << name;
  }
  for (const char* name : {"utf8", "UTF-8", "utf_8"}) EXPECT_EQ(Charset(name), Charset::utf8());
  EXPECT_EQ(Charset::latin1().name(), "latin1");
  EXPECT_EQ(Charset::utf8().name(), "utf-8");
  if (!has_iconv()) GTEST_SKIP() << "built without iconv";
  EXPECT_EQ(Charset("shift_jis"), Charset("cp932"));
  EXPECT_EQ(Charset("euc_jp").name(), "EUC-JP");
}

TEST(Charset, RefusesAnUnknownName) {
  if (!has_iconv()) GTEST_SKIP() << "built without iconv";
  EXPECT_EQ(error_of([] { (void)Charset("klingon"); }), "unknown charset 'klingon'");
  for (const char* name : {"", "latin2//TRANSLIT", "latin2,x"}) {
    EXPECT_EQ(error_of([&] { (void)Charset(name); }),
              "unknown charset '" + std::string(name) + "'");
  }
}

TEST(Charset, SaysWhatItCannotWrite) {
  EXPECT_EQ(error_of([] { (void)Charset::latin1().encode("a日b"); }),
            "'日' cannot be written in charset latin1");
  EXPECT_EQ(error_of([] { (void)Charset::latin1().encode("abc\xFF"); }),
            "the text is no UTF-8 at byte 3");
}

TEST(Charset, ConvertsByIconv) {
  if (!has_iconv()) GTEST_SKIP() << "built without iconv";
  EXPECT_EQ(Charset("shift_jis").decode("\x93\xFA\x96\x7B \\"), "日本 \\");
  EXPECT_EQ(Charset("shift_jis").encode("日本"), "\x93\xFA\x96\x7B");
  EXPECT_EQ(Charset("koi8-r").decode("\xED\xC9\xC4\xC9"), "Миди");
  EXPECT_EQ(Charset("cp1252").encode("€"), "\x80");
  EXPECT_EQ(Charset("iso_2022_jp").encode("日"), "\x1B$BF|\x1B(B");
  EXPECT_EQ(error_of([] { (void)Charset("cp1252").encode("x日"); }),
            "'日' cannot be written in charset CP1252");
  const std::string lead(5000, '\x93');
  std::string long_text;
  for (const char c : lead) long_text += {c, '\xFA'};
  EXPECT_EQ(Charset("shift_jis").decode(long_text).size(), 15000U);
}

TEST(Charset, ShowsWhatConvertsAroundAByteThatDoesNot) {
  if (!has_iconv()) GTEST_SKIP() << "built without iconv";
  EXPECT_EQ(Charset("shift_jis").decode("\x93\xFA\xFF\x96\x7B"), "日\xF4\x8F\xBB\xBF本");
  EXPECT_EQ(Charset("ascii").decode("a\x80"), "a\xF4\x8F\xBA\x80");
}

TEST(Charset, GivesBackAnyBytesInTheBuiltInCharsets) {
  std::minstd_rand random(1);  // NOLINT: the same bytes in every run
  for (int round = 0; round < 3000; ++round) {
    const std::string bytes = random_bytes(random, 30);
    expect_round_trip(Charset::utf8(), bytes);
    expect_round_trip(Charset::latin1(), bytes);
    if (HasFatalFailure()) return;
  }
}

TEST(Charset, GivesBackAnyBytesInEveryCharset) {
  if (!has_iconv()) GTEST_SKIP() << "built without iconv";
  for (const char* name : {"shift_jis", "euc_jp", "iso_2022_jp", "utf-16", "utf-16le", "utf-7",
                           "gb18030", "big5", "cp949", "cp1252", "cp1258", "ascii", "macintosh"}) {
    std::minstd_rand random(1);  // NOLINT: the same bytes in every run
    for (int round = 0; round < 300; ++round) {
      expect_round_trip(Charset(name), random_bytes(random, 20));
      if (HasFatalFailure()) return;
    }
  }
}

TEST(CharsetDetection, KnowsUtf8AndAscii) {
  EXPECT_EQ(Charset::detect(""), Charset::utf8());
  EXPECT_EQ(Charset::detect("plain"), Charset::utf8());
  EXPECT_EQ(Charset::detect("日本語"), Charset::utf8());
}

TEST(CharsetDetection, GuessesOthers) {
  if (!has_uchardet() || !has_iconv()) GTEST_SKIP() << "built without uchardet or iconv";
  const std::string japanese = "さくらさくら やよいの空は 見わたす限り かすみか雲か 匂いぞ出ずる";
  const std::string russian = "Во поле берёза стояла, во поле кудрявая стояла";
  EXPECT_EQ(Charset::detect(Charset("shift_jis").encode(japanese)), Charset("shift_jis"));
  EXPECT_EQ(Charset::detect(Charset("euc_jp").encode(japanese)), Charset("euc_jp"));
  EXPECT_EQ(Charset::detect(Charset("iso_2022_jp").encode(japanese)), Charset("iso_2022_jp"));
  EXPECT_EQ(
      Charset::detect(Charset("cp1251").encode(russian)).decode(Charset("cp1251").encode(russian)),
      russian);
}

TEST(CharsetDetection, FallsBackToLatin1) {
  if (!has_uchardet()) GTEST_SKIP() << "built without uchardet";
  EXPECT_EQ(Charset::detect("\x81\x8D"), Charset::latin1());
}

}  // namespace
