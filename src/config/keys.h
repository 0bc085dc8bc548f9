// The one table of configuration keys. The YAML reader, the environment reader
// and the documentation use it.
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
  kList,  // a YAML list, or a scalar with commas between the elements
  kMap,   // a map from names to texts: kafka.properties
};

struct Key {
  std::string path;     // "kafka.group"
  std::string meaning;  // comment in the example; lines of at most 72 bytes
  Shape shape = Shape::kScalar;
  /// Checks and stores a value. The function is empty for a map.
  std::function<Parsed<void>(Config&, std::string_view)> set;
  /// Returns the value of the key as YAML.
  std::function<std::string(const Config&)> get;
};

/// Returns the keys in the order of the documentation. The keys of a section
/// are together.
const std::vector<Key>& Keys();

inline constexpr std::string_view kProperties = "kafka.properties";

const Key* FindKey(std::string_view path);
/// Returns the sections: "kafka", "topics" …
const std::vector<std::string>& Sections();
bool IsSection(std::string_view name);
/// Returns the names below a section, for example "brokers", "group" … for
/// "kafka".
std::vector<std::string> NamesIn(std::string_view section);

/// Returns the errors that concern several keys: topics that are the same,
/// limits that contradict each other.
std::vector<ConfigError> CheckTogether(const Config& config);

/// Returns true if the value of this librdkafka property must not be shown.
bool IsSecret(std::string_view property);

/// Returns `text` as a YAML scalar, in quotes if they are needed.
std::string YamlText(std::string_view text);

}  // namespace newsmill::config
