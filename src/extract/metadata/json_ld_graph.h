// Collects the nodes in all linked data of a page, and resolves the references
// between them.
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

/// A node: a JSON object that has a type.
struct LdNode {
  json::Value value;
  std::string_view type;  // the most specific type
  int rank = 0;           // RankOf(type)
  bool nested = false;    // the value of a property of another node
};

/// Returns how probable it is that a node of this schema.org type describes the
/// article. The result is 3 for types of articles, 2 for other types that may
/// be the main content of a page (Recipe, VideoObject and others), 1 for types
/// of pages, and 0 for all other types.
int RankOf(std::string_view type);

/// Returns the name of the type without "schema:" or "https://schema.org/"
/// before it.
std::string_view LocalName(std::string_view type);

class LdGraph {
 public:
  /// Reads the JSON in all scripts. Repairs scripts that are not valid JSON.
  explicit LdGraph(std::span<const std::string> scripts);

  const std::vector<LdNode>& nodes() const { return nodes_; }
  int repaired() const { return repaired_; }
  int unreadable() const { return unreadable_; }

  /// Returns the object that the reference `value` ({"@id": …}) refers to.
  /// Returns `value` itself if `value` is not a reference.
  json::Value Resolved(json::Value value) const;

 private:
  void Read(std::string_view script);
  void Collect(json::Value root);
  void Register(json::Value object, bool nested);

  std::deque<json::Tree> trees_;  // the nodes are views into these trees
  std::vector<LdNode> nodes_;
  std::unordered_map<std::string_view, json::Value> by_id_;
  int repaired_ = 0;
  int unreadable_ = 0;
};

}  // namespace newsmill::extract::metadata
