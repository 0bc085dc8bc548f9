// The nodes of all linked data of a page, with their references.
#pragma once

#include <deque>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "newsmill/json/reader.h"

namespace newsmill::extract::metadata {

/// An object with a type, and its place in the graph.
struct LdNode {
  json::Value value;
  std::string_view type;  // the most specific type
  int rank = 0;           // RankOf(type)
  bool nested = false;    // the value of a property of another node
};

/// Returns how well a schema.org type describes an article: 3 an article, 2 a
/// possible subject of an article page, 1 a page, 0 any other type.
int RankOf(std::string_view type);

/// Returns the type without "schema:" or "https://schema.org/".
std::string_view LocalName(std::string_view type);

class LdGraph {
 public:
  /// Reads every script. Repairs scripts that are not valid JSON.
  explicit LdGraph(std::span<const std::string> scripts);

  const std::vector<LdNode>& nodes() const { return nodes_; }
  int repaired() const { return repaired_; }
  int unreadable() const { return unreadable_; }

  /// Returns the object that a reference ({"@id": …}) refers to, or `value`
  /// itself if it is not a reference.
  json::Value Resolved(json::Value value) const;

 private:
  void Read(std::string_view script);
  void Collect(json::Value root);
  void Register(json::Value object, bool nested);

  std::deque<json::Tree> trees_;  // the nodes are views into them
  std::vector<LdNode> nodes_;
  std::unordered_map<std::string_view, json::Value> by_id_;
  int repaired_ = 0;
  int unreadable_ = 0;
};

}  // namespace newsmill::extract::metadata
