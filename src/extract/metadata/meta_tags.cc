#include "meta_tags.h"

#include <algorithm>
#include <array>

#include "extract/text/markup_text.h"
#include "extract/text/sort_stably.h"
#include "newsmill/base/ascii.h"

namespace newsmill::extract::metadata {
namespace {

constexpr size_t kMaxTags = 256;
constexpr size_t kMaxNameBytes = 64;

}  // namespace

void MetaTags::Add(const html::Document& page, html::NodeId meta) {
  const std::string_view content =
      TrimBlanks(page.ValueOr(meta, html::Attr::kContent));
  if (content.empty() || tags_.size() >= kMaxTags) return;
  for (const html::Attr attr :
       {html::Attr::kProperty, html::Attr::kName, html::Attr::kItemprop,
        html::Attr::kHttpEquiv}) {
    const std::string_view name = page.ValueOr(meta, attr);
    if (name.empty() || name.size() > kMaxNameBytes) continue;
    if (const MetaName* known = FindMetaName(LowerAscii(TrimBlanks(name)))) {
      tags_.push_back({known, content});
      return;
    }
  }
}

std::vector<MetaTag> MetaTags::All(MetaKey key) const {
  std::vector<MetaTag> found;
  for (const MetaTag& tag : tags_) {
    if (tag.name->key == key) found.push_back(tag);
  }
  text::SortStably(found, [](const MetaTag& tag) { return tag.name->rank; });
  return found;
}

std::string MetaTags::First(MetaKey key) const {
  for (const MetaTag& tag : All(key)) {
    if (std::string text = text::PlainText(tag.content); !text.empty())
      return text;
  }
  return "";
}

std::string MetaTags::Named(std::string_view name) const {
  for (const MetaTag& tag : tags_) {
    if (tag.name->name == name) return text::PlainText(tag.content);
  }
  return "";
}

}  // namespace newsmill::extract::metadata
