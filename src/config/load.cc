#include <set>
#include <utility>

#include "environment.h"
#include "file_text.h"
#include "fmt/format.h"
#include "keys.h"
#include "newsmill/config/config.h"
#include "newsmill/config/nearest.h"
#include "yaml-cpp/yaml.h"

namespace newsmill::config {
namespace {

constexpr int64_t kMaxFileBytes = int64_t{1} << 20;

// Reads a YAML document into a Config, and collects every error.
class Reader {
 public:
  Reader(Config& config, std::vector<ConfigError>& errors)
      : config_(config), errors_(errors) {}

  void ReadDocument(const YAML::Node& root) {
    if (!root.IsMap()) {
      Report("", root, "must be a map of sections: kafka, topics, …");
      return;
    }
    ForEach("", root,
            [this](const std::string& name, const YAML::Node& key,
                   const YAML::Node& value) {
              if (IsSection(name)) {
                ReadSection(name, value);
              } else {
                Report(name, key, "unknown key" + Suggestion(name, Sections()));
              }
            });
  }

 private:
  void ReadSection(const std::string& section, const YAML::Node& node) {
    if (node.IsNull()) return;
    if (!node.IsMap()) {
      Report(section, node, "must be a map of keys");
      return;
    }
    ForEach(section, node,
            [&](const std::string& name, const YAML::Node& key,
                const YAML::Node& value) {
              const std::string path = section + "." + name;
              if (const Key* known = FindKey(path)) {
                ReadKey(*known, key, value);
              } else {
                Report(path, key,
                       "unknown key" + Suggestion(name, NamesIn(section)));
              }
            });
  }

  void ReadKey(const Key& key, const YAML::Node& at, const YAML::Node& value) {
    if (key.shape == Shape::kMap) {
      ReadProperties(value);
      return;
    }
    std::string text;
    if (key.shape == Shape::kList && value.IsSequence()) {
      text = Joined(value);
    } else if (value.IsScalar()) {
      text = value.Scalar();
    } else {
      Report(key.path, at, WhatIsWrong(value));
      return;
    }
    if (auto set = key.set(config_, text); !set) {
      Report(key.path, at, set.error());
    }
  }

  void ReadProperties(const YAML::Node& node) {
    if (node.IsNull()) return;
    if (!node.IsMap()) {
      Report(std::string(kProperties), node, "must be a map of properties");
      return;
    }
    ForEach(std::string(kProperties), node,
            [this](const std::string& name, const YAML::Node& key,
                   const YAML::Node& value) {
              if (value.IsScalar()) {
                config_.kafka.properties[name] = value.Scalar();
              } else {
                Report(fmt::format("{}.{}", kProperties, name), key,
                       WhatIsWrong(value));
              }
            });
  }

  // Calls visit(name, key, value) for each entry of a map. Reports an error if
  // a name occurs twice, because some YAML readers would use the first value
  // and other readers the second value.
  template <typename Visit>
  void ForEach(const std::string& path, const YAML::Node& map, Visit visit) {
    std::set<std::string> seen;
    for (const auto& entry : map) {
      if (!entry.first.IsScalar()) {
        Report(path, entry.first, "has a key that is not a string");
        continue;
      }
      const std::string name = entry.first.Scalar();
      if (!seen.insert(name).second) {
        Report(path.empty() ? name : fmt::format("{}.{}", path, name),
               entry.first, "is given twice");
        continue;
      }
      visit(name, entry.first, entry.second);
    }
  }

  static std::string Joined(const YAML::Node& list) {
    std::string text;
    for (const YAML::Node& element : list) {
      if (!text.empty()) text += ',';
      // An element that is not a scalar becomes an empty text. The check of the
      // key rejects the empty text.
      if (element.IsScalar()) text += element.Scalar();
    }
    return text;
  }

  static std::string WhatIsWrong(const YAML::Node& value) {
    if (value.IsNull()) {
      return "has no value; leave the key out for the default";
    }
    return "must be a single value";
  }

  void Report(std::string path, const YAML::Node& at, std::string message) {
    std::optional<int> line;
    if (at.Mark().line >= 0) line = at.Mark().line + 1;
    errors_.push_back({std::move(path), std::move(message), line});
  }

  Config& config_;
  std::vector<ConfigError>& errors_;
};

void ReadYaml(std::string_view text, Config& config,
              std::vector<ConfigError>& errors) {
  try {
    const auto documents = YAML::LoadAll(std::string(text));
    if (documents.size() > 1) {
      errors.push_back({"", "holds more than one YAML document", {}});
    } else if (documents.empty() || documents.front().IsNull()) {
      errors.push_back({"", "is empty: it names no broker and no topic", {}});
    } else {
      Reader(config, errors).ReadDocument(documents.front());
    }
  } catch (const YAML::Exception& error) {
    // yaml-cpp reports errors only by exceptions.
    std::optional<int> line;
    if (error.mark.line >= 0) line = error.mark.line + 1;
    errors.push_back({"", "is not YAML: " + error.msg, line});
  }
}

std::expected<Config, std::vector<ConfigError>> Finish(
    Config config, const Environment& environment,
    std::vector<ConfigError> errors) {
  ApplyEnvironment(environment, config, errors);
  // A key with an invalid value keeps its default. If this default were
  // compared with another key, a correct key could get an error. So keys are
  // compared only if there are no errors.
  if (errors.empty()) errors = CheckTogether(config);
  if (errors.empty()) return config;
  return std::unexpected(std::move(errors));
}

}  // namespace

std::expected<Config, std::vector<ConfigError>> Parse(
    std::string_view text, const Environment& environment) {
  Config config;
  std::vector<ConfigError> errors;
  ReadYaml(text, config, errors);
  return Finish(std::move(config), environment, std::move(errors));
}

std::expected<Config, std::vector<ConfigError>> Load(
    const std::string& file, const Environment& environment) {
  const auto text = ReadText(file, kMaxFileBytes);
  if (text) return Parse(*text, environment);
  return Finish({}, environment, {{"", text.error(), {}}});
}

std::expected<Config, std::vector<ConfigError>> FromEnvironment(
    const Environment& environment) {
  return Finish({}, environment, {});
}

}  // namespace newsmill::config
