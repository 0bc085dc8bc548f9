// The one table of keys: it drives YAML, environment and documentation.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "newsmill/config/config.h"
#include "newsmill/config/units.h"

namespace newsmill::config {

enum class Shape {
  kScalar,
  kList,  // a scalar too: its elements joined by commas
  kMap,   // names to text: kafka.properties
};

struct Key {
  std::string path;     // "kafka.group"
  std::string meaning;  // for the commented example, lines of at most 72
  Shape shape = Shape::kScalar;
  /// Checks and stores a value; nothing for a map.
  std::function<Parsed<void>(Config&, std::string_view)> set;
  /// The value as YAML.
  std::function<std::string(const Config&)> get;
};

/// In the order of the documentation: the keys of a section stand together.
const std::vector<Key>& Keys();

inline constexpr std::string_view kProperties = "kafka.properties";

const Key* FindKey(std::string_view path);
/// "kafka", "topics" …
const std::vector<std::string>& Sections();
bool IsSection(std::string_view name);
/// The names below a section: "brokers", "group" … for "kafka".
std::vector<std::string> NamesIn(std::string_view section);

/// What no single key can tell: topics that are the same, limits that do not
/// fit each other.
std::vector<ConfigError> CheckTogether(const Config& config);

/// True when the value of this librdkafka property must not be shown.
bool IsSecret(std::string_view property);

/// As a YAML scalar, quoted where it has to be.
std::string YamlText(std::string_view text);

}  // namespace newsmill::config
