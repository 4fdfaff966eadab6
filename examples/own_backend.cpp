// SPDX-License-Identifier: MIT
//
// A backend of one's own as a class of the program: a port that prints what it is sent. From then
// on it has a name like any other, and all that ports can do.
#include <iostream>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "mido/mido.hpp"

namespace {

class Printer final : public mido::OutputDevice {
 public:
  mido::Sent write(std::span<const std::uint8_t> message) override {
    std::cout << mido::Message::from_bytes(message).hex() << '\n';
    return mido::Sent::accepted;
  }
};

class PrinterDriver final : public mido::Driver {
 public:
  std::vector<mido::PortInfo> ports(const std::string& /*api*/) override {
    return {{.name = "Printer", .is_output = true}};
  }
  std::unique_ptr<mido::InputDevice> open_input(const mido::PortRequest& /*request*/,
                                                mido::Inbox& /*inbox*/) override {
    throw mido::PortError("a printer has no inputs");
  }
  std::unique_ptr<mido::OutputDevice> open_output(const mido::PortRequest& /*request*/) override {
    return std::make_unique<Printer>();
  }
};

}  // namespace

int main() {
  mido::register_backend("printer", std::make_shared<PrinterDriver>());
  mido::set_backend("printer");

  auto port = mido::open_output("print");  // a part of the name will do
  port.send(mido::NoteOn{.note = 60});
  port.send(mido::NoteOff{.note = 60});
}
