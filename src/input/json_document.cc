// Determines whether a JSON document is a JSON Feed, ninjs, or neither.
#include "feed.h"
#include "json_text.h"
#include "sniff.h"

namespace newsmill::input {

FeedResult ReadJson(std::string_view text, std::string_view base_url,
                    const Options& options) {
  auto tree = ParseJson(JsonIn(text), options, model::Reason::kMalformed);
  if (!tree) {
    tree.error().detail.insert(0, "JSON, ");
    return std::unexpected(std::move(tree.error()));
  }
  const json::Value root = tree->root();
  return IsJsonFeed(root) ? ReadJsonFeed(root, base_url, options)
                          : ReadNinjs(root, base_url, options);
}

}  // namespace newsmill::input
