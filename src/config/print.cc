#include <algorithm>
#include <cstddef>

#include "fmt/format.h"
#include "keys.h"
#include "newsmill/base/ascii.h"

namespace newsmill::config {
namespace {

bool IsPlainCharacter(char c) {
  return IsAsciiLetterOrDigit(c) || c == '.' || c == '_' || c == '-' ||
         c == '/' || c == ':' || c == ',';
}

std::string CommentOf(const std::string& meaning) {
  std::string comment = "  # ";
  for (const char c : meaning) {
    comment += c;
    if (c == '\n') comment += "  # ";
  }
  return comment;
}

}  // namespace

std::string YamlText(std::string_view text) {
  // Without quotes, YAML would read "a: b" and "a:" as maps and "-" as a list.
  // IsPlainCharacter excludes the blank in "a: b". The checks of the first and
  // the last character exclude "-" and "a:".
  const bool plain = !text.empty() &&
                     std::ranges::all_of(text, IsPlainCharacter) &&
                     text.back() != ':' && text.front() != '-' &&
                     text.front() != ',' && text.front() != ':';
  if (plain) return std::string(text);
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      quoted += '\\';
      quoted += c;
    } else if (static_cast<unsigned char>(c) < 0x20) {
      quoted += fmt::format("\\x{:02x}", static_cast<unsigned char>(c));
    } else {
      quoted += c;
    }
  }
  return quoted + "\"";
}

std::string ToYaml(const Config& config) {
  std::string yaml;
  std::string section;
  for (const Key& key : Keys()) {
    const size_t dot = key.path.find('.');
    if (key.path.substr(0, dot) != section) {
      section = key.path.substr(0, dot);
      yaml += fmt::format("{}{}:\n", yaml.empty() ? "" : "\n", section);
    }
    const std::string value = key.get(config);
    yaml += fmt::format("{}\n  {}:{}{}\n", CommentOf(key.meaning),
                        key.path.substr(dot + 1),
                        value.starts_with('\n') ? "" : " ", value);
  }
  return yaml;
}

std::string ToString(const ConfigError& error, std::string_view file) {
  std::string text;
  if (error.line) {
    text = fmt::format("{}:{}: ", file, *error.line);
  } else if (error.path.empty()) {
    text = fmt::format("{}: ", file);
  }
  if (!error.path.empty()) text += error.path + ": ";
  return text + error.message;
}

}  // namespace newsmill::config
