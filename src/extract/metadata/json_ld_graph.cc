#include "json_ld_graph.h"

#include <algorithm>
#include <array>
#include <utility>

#include "json_repair.h"

namespace newsmill::extract::metadata {
namespace {

constexpr size_t kMaxNodes = 2'000;
constexpr json::Limits kLimits{.max_depth = 48, .max_nodes = 100'000};

int32_t MembersOf(json::Value object) {
  int32_t count = 0;
  for (auto member = object.first(); member; member = member->next()) ++count;
  return count;
}

std::string_view StringOf(json::Value object, std::string_view key) {
  const auto value = object.Find(key);
  return value && value->IsString() ? value->string() : std::string_view();
}

/// Returns the type of the object, or "". If the object has several types,
/// returns the most specific type.
std::string_view TypeOf(json::Value object) {
  const auto type = object.Find("@type");
  if (!type) return "";
  if (type->IsString()) return LocalName(type->string());
  std::string_view best;
  for (auto each = type->first(); each; each = each->next()) {
    if (!each->IsString()) continue;
    const std::string_view name = LocalName(each->string());
    if (best.empty() || RankOf(name) > RankOf(best)) best = name;
  }
  return best;
}

/// Returns whether the values of the property describe something other than the
/// page.
bool IsSideProperty(std::string_view key) {
  static constexpr std::array<std::string_view, 17> kSide = {
      "about",          "associatedMedia", "blogPost",        "citation",
      "comment",        "hasPart",         "isBasedOn",       "isRelatedTo",
      "liveBlogUpdate", "mentions",        "potentialAction", "relatedLink",
      "review",         "sponsor",         "subjectOf",       "video",
      "workExample"};
  return std::ranges::binary_search(kSide, key);
}
bool IsTransparent(std::string_view key) {
  return key == "@graph" || key == "mainEntity" || key == "mainEntityOfPage";
}

}  // namespace

std::string_view LocalName(std::string_view type) {
  const size_t at = type.find_last_of("/#:");
  return at == type.npos ? type : type.substr(at + 1);
}

int RankOf(std::string_view type) {
  static constexpr std::array<std::string_view, 6> kAbout = {
      "VideoObject", "Recipe",         "HowTo",
      "Review",      "PodcastEpisode", "CreativeWork"};
  if (type.ends_with("Article") || type.ends_with("Posting") ||
      type == "Report" || type == "OpinionNewsArticle") {
    return type == "JobPosting" ? 0 : 3;
  }
  if (std::ranges::find(kAbout, type) != kAbout.end()) return 2;
  return type.ends_with("Page") ? 1 : 0;
}

LdGraph::LdGraph(std::span<const std::string> scripts) {
  for (const std::string& script : scripts) Read(script);
}

void LdGraph::Read(std::string_view script) {
  const std::string_view text = WithoutScriptWrapper(script);
  if (text.empty()) return;
  auto tree = json::Tree::Parse(text, kLimits);
  if (!tree) {
    tree = json::Tree::Parse(RepairedJson(text), kLimits);
    tree ? ++repaired_ : ++unreadable_;
  }
  if (!tree) return;
  trees_.push_back(*std::move(tree));
  Collect(trees_.back().root());
}

void LdGraph::Collect(json::Value root) {
  struct Open {
    json::Value value;
    bool nested;
  };
  std::vector<Open> open = {{root, false}};
  while (!open.empty() && nodes_.size() < kMaxNodes) {
    const auto [value, nested] = open.back();
    open.pop_back();
    if (value.IsObject()) Register(value, nested);
    const size_t first = open.size();
    for (auto child = value.first(); child; child = child->next()) {
      const bool inside = value.IsObject() && !IsTransparent(child->key());
      if (!child->IsObject() && child->type() != json::Type::kArray) continue;
      if (inside && IsSideProperty(child->key())) continue;
      open.push_back({*child, nested || inside});
    }
    std::reverse(open.begin() + static_cast<std::ptrdiff_t>(first), open.end());
  }
}

void LdGraph::Register(json::Value object, bool nested) {
  const std::string_view type = TypeOf(object);
  if (!type.empty()) nodes_.push_back({object, type, RankOf(type), nested});
  const std::string_view id = StringOf(object, "@id");
  if (id.empty()) return;
  const auto [entry, is_new] = by_id_.try_emplace(id, object);
  if (!is_new && MembersOf(object) > MembersOf(entry->second)) {
    entry->second = object;
  }
}

json::Value LdGraph::Resolved(json::Value value) const {
  if (!value.IsObject() || value.Find("name") || value.Find("url")) {
    return value;
  }
  const auto found = by_id_.find(StringOf(value, "@id"));
  return found == by_id_.end() ? value : found->second;
}

}  // namespace newsmill::extract::metadata
