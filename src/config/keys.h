// Declares the table of configuration keys. The YAML reader, the environment
// reader and the documentation use the same table.
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
  std::string meaning;  // for the example file; at most 72 bytes a line
  Shape shape = Shape::kScalar;
  /// Checks and stores a value. This function is empty if the key is a map.
  std::function<Parsed<void>(Config&, std::string_view)> set;
  /// Returns the value of the key as YAML.
  std::function<std::string(const Config&)> get;
};

/// Returns the keys in the order of the documentation. The keys of a section
/// are together.
const std::vector<Key>& Keys();

inline constexpr std::string_view kProperties = "kafka.properties";

const Key* FindKey(std::string_view path);
/// Returns the names of the sections, for example "kafka" and "topics".
const std::vector<std::string>& Sections();
bool IsSection(std::string_view name);
/// Returns the names of the keys in a section. For "kafka", the first names are
/// "brokers" and "group".
std::vector<std::string> NamesIn(std::string_view section);

/// Returns the errors that concern several keys. For example, two topics must
/// not have the same name, and two limits must not contradict each other.
std::vector<ConfigError> CheckTogether(const Config& config);

/// Returns true if the value of this librdkafka property must not be shown.
bool IsSecret(std::string_view property);

/// Returns `text` as a YAML scalar, in quotes if they are needed.
std::string YamlText(std::string_view text);

}  // namespace newsmill::config
