// Passes the tags and texts that an XML library reports to a handler.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "newsmill/input/options.h"
#include "newsmill/model/dead_letter.h"
#include "xml_parser.h"

namespace newsmill::input {

/// Finds the namespace of a prefix at the current position of the document. It
/// must be fast, because a document may declare thousands of prefixes.
class XmlBindings {
 public:
  void Bind(std::string_view prefix, std::string_view uri, int32_t depth);
  /// Forgets the declarations in the element at `depth`, which has ended.
  void Leave(int32_t depth);
  std::string_view Find(std::string_view prefix) const;

 private:
  struct Bound {
    std::string prefix;
    int32_t depth;
  };
  std::unordered_map<std::string, std::vector<std::string>> by_prefix_;
  std::vector<Bound> bound_;
};

/// Adds namespaces to the names of a parser that reports names as they are in
/// the document, and applies the limits of ParseXml. `options` and `handler`
/// must remain live while the object is used. Not thread-safe.
class XmlEvents {
 public:
  /// Calls `stop` once if the parser must stop.
  XmlEvents(const Options& options, XmlHandler& handler,
            std::function<void()> stop)
      : options_(options), handler_(handler), stop_(std::move(stop)) {}

  /// Receives a start tag. `attributes` has names and values in turn, and ends
  /// with a null pointer.
  void Start(const char* name, const char* const* attributes);
  void End();
  void Text(std::string_view text);

  std::optional<model::Rejection> TakeRefusal() { return std::move(refusal_); }

 private:
  void Count(size_t bytes);
  void Bind(const char* const* attributes);
  std::string_view SpaceOf(std::string_view prefix) const;
  XmlName ElementName(std::string_view name) const;
  XmlName AttributeName(std::string_view name) const;
  void Stop(model::Rejection refusal);

  const Options& options_;
  XmlHandler& handler_;
  std::function<void()> stop_;
  int32_t depth_ = 0;
  int64_t text_bytes_ = 0;
  XmlBindings bindings_;
  XmlAttributes attributes_;
  std::optional<model::Rejection> refusal_;
};

}  // namespace newsmill::input
