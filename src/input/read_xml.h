// Reads the items of an XML document, also if it is not well-formed.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "feed.h"
#include "xml_balance.h"
#include "xml_parser.h"
#include "xml_recovery.h"
#include "xml_repair.h"

namespace newsmill::input {

/// Returns true if a recovering parser may read a document that was refused. A
/// document that is not well-formed may also exceed the depth. An expansion of
/// entities needs a doctype, and is not tried again.
inline bool MayRecover(const model::Rejection& refusal,
                       std::string_view document) {
  return refusal.reason == model::Reason::kMalformed ||
         document.find("<!DOCTYPE") == document.npos;
}

/// Returns true if an item has a title or a text.
inline bool HoldsText(const Feed& feed) {
  return std::ranges::any_of(feed.entries, [](const FeedEntry& entry) {
    return !entry.content.empty() || !entry.item.title.empty() ||
           !entry.item.not_an_article.empty();
  });
}

/// Removes the last item if it has no text. Returns true if it had none.
inline bool RemoveItemWithoutText(Feed& feed) {
  if (feed.entries.empty()) return false;
  const FeedEntry& last = feed.entries.back();
  if (!last.content.empty() || !last.item.not_an_article.empty()) return false;
  feed.entries.pop_back();
  return true;
}

/// Returns the items that a `Reader` finds in `text`. A `Reader` is an
/// XmlHandler with a constructor (base_url, options) and a function Finish()
/// that returns a FeedResult. If the document is not well-formed, another
/// `Reader` gets what a recovering parser finds. Returns the rejection of the
/// first parser if the second parser finds no item with a title or a text.
template <typename Reader>
FeedResult ReadXml(std::string text, std::string_view base_url,
                   const Options& options) {
  const std::string repaired = RepairedXml(std::move(text));
  Reader reader(base_url, options);
  auto refusal = ParseXml(repaired, options, reader);
  if (!refusal) return reader.Finish();
  if (!MayRecover(*refusal, repaired)) {
    return std::unexpected(*std::move(refusal));
  }
  const BalancedXml balanced = Balanced(repaired, options.max_xml_depth);
  Reader recovering(base_url, options);
  if (auto limit = RecoverXml(balanced.text, options, recovering)) {
    return std::unexpected(*std::move(limit));
  }
  FeedResult feed = recovering.Finish();
  // The text of an item that is cut off between two fields may be missing.
  const bool is_cut =
      balanced.ends_within_item ||
      (feed && balanced.last_item_is_open && RemoveItemWithoutText(*feed));
  const bool is_empty = feed ? !HoldsText(*feed)
                             : feed.error().reason == model::Reason::kEmptyFeed;
  if (is_empty) return std::unexpected(*std::move(refusal));
  if (feed) {
    feed->is_recovered = true;
    feed->ends_within_item = is_cut;
  }
  return feed;
}

}  // namespace newsmill::input
