// SPDX-License-Identifier: MIT
// Answers the questions of compare.py: a line each on standard input, with tabs between the name
// of the question and its arguments; the answers on standard output, a line of JSON each.
#include <algorithm>
#include <exception>
#include <iostream>
#include <sstream>

#include "answers.hpp"
#include "json.hpp"

namespace original {

namespace {

std::vector<std::string> words_of(const std::string& line) {
  std::vector<std::string> words;
  std::istringstream stream(line + '\t');
  for (std::string word; std::getline(stream, word, '\t');) words.push_back(word);
  return words;
}

const Question& question(std::string_view name) {
  for (const auto questions : {message_questions(), file_questions(), unit_questions()}) {
    const auto found = std::ranges::find(questions, name, &Question::name);
    if (found != questions.end()) return *found;
  }
  throw std::logic_error("unknown question " + std::string(name));
}

std::string answer(const std::vector<std::string>& words) try {
  return question(words[0]).answer(Arguments(words).subspan(1));
} catch (const std::logic_error&) {
  throw;  // a fault of compare.py
} catch (const std::exception& error) {
  return "{\"error\":" + json_text(error.what()) + "}";
}

}  // namespace

}  // namespace original

int main() {
  for (std::string line; std::getline(std::cin, line);) {
    std::cout << original::answer(original::words_of(line)) << std::endl;
  }
}
