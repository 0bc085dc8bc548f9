#include "environment.h"

#include <unistd.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "file_text.h"
#include "fmt/format.h"
#include "keys.h"
#include "newsmill/base/ascii.h"
#include "newsmill/config/nearest.h"

namespace newsmill::config {
namespace {

constexpr std::string_view kPrefix = "NEWSMILL_";
constexpr std::string_view kNest = "__";
constexpr std::string_view kFromFile = "_FILE";
// The limit is large enough for a secret or a list of brokers. The limit
// prevents newsmill from reading a large file that the user has named by
// mistake.
constexpr int64_t kMaxValueBytes = 64 << 10;

// Returns the configuration key that a variable sets. For example,
// "KAFKA__PROPERTIES__SASL_PASSWORD" sets kafka.properties.sasl.password.
std::string PathOf(std::string_view name) {
  const std::string below = std::string(kProperties) + ".";
  std::string path;
  for (size_t i = 0; i < name.size(); ++i) {
    if (name.substr(i).starts_with(kNest)) {
      path += '.';
      i += kNest.size() - 1;
    } else if (name[i] == '_' && path.starts_with(below)) {
      path += '.';
    } else {
      path += LowerAscii(name[i]);
    }
  }
  return path;
}

bool IsKnown(std::string_view path) {
  const std::string below = std::string(kProperties) + ".";
  if (path.starts_with(below)) return path.size() > below.size();
  const Key* key = FindKey(path);
  return key != nullptr && key->shape != Shape::kMap;
}

Parsed<void> SetValue(Config& config, const std::string& path,
                      std::string_view value) {
  if (const Key* key = FindKey(path)) return key->set(config, value);
  config.kafka.properties[path.substr(kProperties.size() + 1)] = value;
  return {};
}

Parsed<std::string> ReadValue(const std::string& file) {
  auto text = ReadText(file, kMaxValueBytes);
  if (!text) return std::unexpected(text.error());
  if (text->ends_with('\n')) text->pop_back();
  if (text->ends_with('\r')) text->pop_back();
  return std::move(*text);
}

// An environment variable whose name begins with NEWSMILL_.
class Variable {
 public:
  Variable(std::string name, const std::string& value)
      : name_(std::move(name)), value_(value) {
    std::string_view key = std::string_view(name_).substr(kPrefix.size());
    // The suffix _FILE means that the variable names a file with the value. If
    // the name of a property itself ends in "file", the variable must end in
    // "_FILE_FILE".
    from_file_ = key.ends_with(kFromFile);
    if (from_file_) key.remove_suffix(kFromFile.size());
    path_ = PathOf(key);
  }

  const std::string& path() const { return path_; }
  bool from_file() const { return from_file_; }

  Parsed<void> Apply(Config& config) const {
    if (!IsKnown(path_)) return std::unexpected(Unknown());
    if (!from_file_) return SetValue(config, path_, value_);
    const auto text = ReadValue(value_);
    if (!text) return std::unexpected(text.error());
    return SetValue(config, path_, *text);
  }

  ConfigError ErrorOf(std::string_view message) const {
    return {.path = path_,
            .message = fmt::format("{} (from {})", message, name_),
            .line = std::nullopt};
  }

 private:
  std::string Unknown() const {
    if (path_.starts_with(kProperties)) {
      return "has no property name: add one, as in "
             "NEWSMILL_KAFKA__PROPERTIES__SASL_USERNAME";
    }
    const size_t dot = path_.find('.');
    return "unknown key" +
           Suggestion(path_.substr(dot + 1), NamesIn(path_.substr(0, dot)));
  }

  std::string name_;
  const std::string& value_;
  std::string path_;
  bool from_file_ = false;
};

// Returns an error for a variable such as NEWSMILL_KAFAK__GROUP, if there is a
// section with a similar name (kafka). Call this function only if the section
// in the variable (kafak) does not exist.
std::optional<ConfigError> MisspelledSection(const std::string& name,
                                             std::string_view section) {
  constexpr size_t kShortest = 3;
  if (section.size() < kShortest) return std::nullopt;
  const auto nearest = Nearest(LowerAscii(section), Sections());
  if (!nearest) return std::nullopt;
  return ConfigError{
      .path = LowerAscii(section),
      .message = fmt::format("unknown section (did you mean '{}'?) (from {})",
                             *nearest, name),
      .line = std::nullopt};
}

}  // namespace

void ApplyEnvironment(const Environment& environment, Config& config,
                      std::vector<ConfigError>& errors) {
  std::map<std::string, std::string> set_by;
  for (const auto& [name, value] : environment) {
    if (!name.starts_with(kPrefix)) continue;
    const std::string_view key = std::string_view(name).substr(kPrefix.size());
    const size_t nest = key.find(kNest);
    if (nest == key.npos) continue;
    const std::string_view section = key.substr(0, nest);
    if (!IsSection(LowerAscii(section))) {
      if (auto error = MisspelledSection(name, section)) {
        errors.push_back(std::move(*error));
      }
      continue;
    }
    const Variable variable(name, value);
    if (!set_by.emplace(variable.path(), name).second) {
      errors.push_back(variable.ErrorOf(
          fmt::format("is set by {} too", set_by[variable.path()])));
      continue;
    }
    if (auto applied = variable.Apply(config); !applied) {
      errors.push_back(variable.ErrorOf(applied.error()));
    }
  }
}

Environment ProcessEnvironment() {
  Environment environment;
  for (char** entry = environ; entry != nullptr && *entry != nullptr; ++entry) {
    const std::string_view text = *entry;
    const size_t equals = text.find('=');
    if (equals == text.npos) continue;
    environment.emplace(text.substr(0, equals), text.substr(equals + 1));
  }
  return environment;
}

}  // namespace newsmill::config
