#include "page_language.h"

#include "extract/text/language_tag.h"

namespace newsmill::extract::metadata {

std::string StatedLanguage(const PageScan& scan, const LinkedData& data) {
  std::string tag = text::CanonicalTag(scan.language);
  for (const MetaTag& meta : scan.metas.All(MetaKey::kLocale)) {
    if (tag.empty()) tag = text::CanonicalTag(meta.content);
  }
  for (const LdFacts& node : data.nodes) {
    if (tag.empty()) tag = text::CanonicalTag(node.language);
  }
  return tag;
}

}  // namespace newsmill::extract::metadata
