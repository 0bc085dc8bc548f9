// Every case of the html5lib tokenizer tests but those of xmlViolation.test,
// which are of another mode, and those whose input is not Unicode text.
#include "tokenizer.h"

#include <algorithm>
#include <functional>
#include <iostream>
#include <map>
#include <optional>

#include "cases.h"
#include "gtest/gtest.h"
#include "newsmill/json/reader.h"

namespace newsmill::html {
namespace {

using State = Tokenizer::State;

// A token a line; character tokens that touch are one.
class TokenDump {
 public:
  void Text(std::string_view text) { text_ += text; }
  void Line(const std::string& line) {
    Flush();
    lines_ += line + '\n';
  }
  std::string Take() {
    Flush();
    return lines_;
  }

 private:
  void Flush() {
    if (!text_.empty()) lines_ += "Character " + text_ + '\n';
    text_.clear();
  }

  std::string text_;
  std::string lines_;
};

std::string TagLine(std::string_view type, std::string_view name,
                    const std::map<std::string, std::string>& attributes,
                    bool self_closing) {
  std::string line(type);
  line += ' ';
  line += name;
  for (const auto& [key, value] : attributes) {
    line.append(" ").append(key).append("=\"").append(value).append("\"");
  }
  return self_closing ? line + " /" : line;
}

std::string DoctypeLine(const std::string& name,
                        const std::optional<std::string>& public_id,
                        const std::optional<std::string>& system_id,
                        bool correct) {
  return "DOCTYPE " + name + " public " + public_id.value_or("(none)") +
         " system " + system_id.value_or("(none)") +
         (correct ? " correct" : " quirks");
}

std::optional<std::string> Copy(const TextStore& text,
                                const std::optional<TextSpan>& span) {
  if (!span) return std::nullopt;
  return std::string(text.View(*span));
}

std::map<std::string, std::string> Attributes(const TextStore& text,
                                              AttributeList& list) {
  std::map<std::string, std::string> attributes;
  for (const Attribute& attribute : list.current()) {
    const auto name = attribute.id == Attr::kUnknown ? text.View(attribute.name)
                                                     : Name(attribute.id);
    attributes.emplace(name, text.View(attribute.value));
  }
  return attributes;
}

std::string Tokenize(const std::string& input, State state, Tag last) {
  TextStore text(input);
  std::vector<Attribute> all;
  AttributeList attributes(all, text, 256);
  Tokenizer tokenizer(text, attributes);
  tokenizer.set_last_start_tag(last);
  tokenizer.SwitchTo(state);

  TokenDump dump;
  for (Token token;;) {
    tokenizer.Next(token, false);
    const std::string_view view = text.View(token.text);
    const auto name = token.tag == Tag::kUnknown ? view : Name(token.tag);
    switch (token.type) {
      case TokenType::kStartTag:
        dump.Line(TagLine("StartTag", name, Attributes(text, attributes),
                          token.self_closing));
        break;
      case TokenType::kEndTag:
        dump.Line(TagLine("EndTag", name, {}, false));
        break;
      case TokenType::kText:
      case TokenType::kNul:
        dump.Text(view);
        break;
      case TokenType::kComment:
        dump.Line("Comment " + std::string(view));
        break;
      case TokenType::kDoctype:
        dump.Line(DoctypeLine(std::string(view), Copy(text, token.public_id),
                              Copy(text, token.system_id),
                              !token.force_quirks));
        break;
      case TokenType::kEndOfFile:
        return dump.Take();
    }
  }
}

void AppendUtf8(std::string& out, uint32_t c) {
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xC0 | c >> 6U);
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    out += static_cast<char>(0xE0 | c >> 12U);
    out += static_cast<char>(0x80 | (c >> 6U & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else {
    out += static_cast<char>(0xF0 | c >> 18U);
    out += static_cast<char>(0x80 | (c >> 12U & 0x3F));
    out += static_cast<char>(0x80 | (c >> 6U & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  }
}

bool IsEscape(std::string_view text) {
  return text.size() >= 6 && text.starts_with("\\u") &&
         std::all_of(text.begin() + 2, text.begin() + 6,
                     [](unsigned char c) { return std::isxdigit(c) != 0; });
}

uint32_t EscapedUnit(std::string_view text) {
  return static_cast<uint32_t>(
      std::stoul(std::string(text.substr(2, 4)), nullptr, 16));
}

// Nothing when there is a surrogate alone, which UTF-8 cannot hold.
std::optional<std::string> Unescape(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    if (!IsEscape(text)) {
      out += text.front();
      text.remove_prefix(1);
      continue;
    }
    uint32_t c = EscapedUnit(text);
    text.remove_prefix(6);
    if (c >= 0xD800 && c < 0xE000) {
      if (c >= 0xDC00 || !IsEscape(text)) return std::nullopt;
      const uint32_t low = EscapedUnit(text);
      if (low < 0xDC00 || low >= 0xE000) return std::nullopt;
      c = 0x10000 + ((c - 0xD800) << 10U) + (low - 0xDC00);
      text.remove_prefix(6);
    }
    AppendUtf8(out, c);
  }
  return out;
}

using Decode = std::function<std::string(const json::Value&)>;

void AddExpected(TokenDump& dump, const json::Value& token,
                 const Decode& decode) {
  std::vector<json::Value> parts;
  for (auto part = token.first(); part; part = part->next()) {
    parts.push_back(*part);
  }
  const std::string_view type = parts[0].string();
  const auto optional = [&](size_t i) -> std::optional<std::string> {
    if (parts[i].type() == json::Type::kNull) return std::nullopt;
    return decode(parts[i]);
  };
  if (type == "Character") {
    dump.Text(decode(parts[1]));
  } else if (type == "Comment") {
    dump.Line("Comment " + decode(parts[1]));
  } else if (type == "DOCTYPE") {
    dump.Line(DoctypeLine(optional(1).value_or(""), optional(2), optional(3),
                          parts[4].boolean()));
  } else if (type == "EndTag") {
    dump.Line(TagLine(type, decode(parts[1]), {}, false));
  } else {
    std::map<std::string, std::string> attributes;
    for (auto a = parts[2].first(); a; a = a->next()) {
      attributes.emplace(std::string(a->key()), decode(*a));
    }
    dump.Line(TagLine(type, decode(parts[1]), attributes, parts.size() > 3));
  }
}

State StateNamed(std::string_view name) {
  static const std::map<std::string_view, State> kStates = {
      {"Data state", State::kData},
      {"PLAINTEXT state", State::kPlaintext},
      {"RCDATA state", State::kRcdata},
      {"RAWTEXT state", State::kRawtext},
      {"Script data state", State::kScriptData},
      {"CDATA section state", State::kCdataSection},
  };
  return kStates.at(name);
}

std::vector<State> InitialStates(const json::Value& test) {
  const auto names = test.Find("initialStates");
  if (!names) return {State::kData};
  std::vector<State> states;
  for (auto name = names->first(); name; name = name->next()) {
    states.push_back(StateNamed(name->string()));
  }
  return states;
}

struct Counts {
  int passed = 0;
  int not_text = 0;
};

void RunCase(const json::Value& test, Counts& counts) {
  const auto escaped = test.Find("doubleEscaped");
  const bool unescape = escaped && escaped->boolean();
  const auto decode = [&](const json::Value& value) {
    const std::string_view text = value.string();
    return unescape ? Unescape(text).value() : std::string(text);
  };
  const auto input = *test.Find("input");
  if (unescape && !Unescape(input.string())) {
    ++counts.not_text;
    return;
  }
  TokenDump expected_dump;
  const auto output = *test.Find("output");
  for (auto token = output.first(); token; token = token->next()) {
    AddExpected(expected_dump, *token, decode);
  }
  const std::string expected = expected_dump.Take();
  const auto last = test.FindString("lastStartTag").value();
  bool passed = true;
  for (const State state : InitialStates(test)) {
    const std::string got =
        Tokenize(decode(input), state, FindTag(last.value_or("")));
    EXPECT_EQ(got, expected) << decode(input);
    passed &= got == expected;
  }
  counts.passed += passed ? 1 : 0;
}

Counts RunTests(const Html5libTests& tests) {
  Counts counts;
  for (const auto& file : FilesUnder(tests.folder / "tokenizer", ".test")) {
    if (file.filename() == "xmlViolation.test") continue;
    const auto tree = json::Tree::Parse(
        ReadFile(file), {.max_depth = 64, .max_nodes = 10'000'000});
    if (!tree) {
      ADD_FAILURE() << file << ": " << tree.error().Sentence();
      continue;
    }
    const auto cases = *tree->root().Find("tests");
    for (auto test = cases.first(); test; test = test->next()) {
      RunCase(*test, counts);
    }
  }
  return counts;
}

TEST(Html5libTest, FindsEveryToken) {
  const auto found = FindHtml5libTests();
  if (found.empty()) GTEST_SKIP() << "html5lib's tests are not here";

  for (const Html5libTests& tests : found) {
    const Counts counts = RunTests(tests);

    std::cout << tests.folder << ": " << counts.passed
              << " passed; left out: " << counts.not_text
              << " whose input is not Unicode text\n";
    EXPECT_GT(counts.passed, 6000);
  }
}

}  // namespace
}  // namespace newsmill::html
