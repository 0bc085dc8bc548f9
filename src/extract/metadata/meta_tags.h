// What the meta elements of a page say.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "newsmill/html/document.h"

namespace newsmill::extract::metadata {

enum class MetaKey : uint8_t {
  kTitle,
  kPublished,
  kDate,  // of publication, of the document, or of something else
  kModified,
  kAuthor,
  kSection,
  kTag,
  kNewsKeywords,
  kKeywords,
  kDescription,
  kUrl,
  kSiteName,
  kLocale,
  kImage,
  kImageAlt,
  kType,
  kLabel,
  kValue,
  kSource,
};

struct MetaName {
  std::string_view name;
  MetaKey key;
  uint8_t rank;  // 0 is believed first
};

/// nullptr for a name that says nothing. `name` is in lower case.
const MetaName* FindMetaName(std::string_view name);

/// Views into the document and the table.
struct MetaTag {
  const MetaName* name = nullptr;
  std::string_view content;
};

/// In the order of the page. Must not outlive the document.
class MetaTags {
 public:
  void Add(const html::Document& page, html::NodeId meta);

  /// The tags of that key, those of the lowest rank first.
  std::vector<MetaTag> All(MetaKey key) const;
  /// The first of them that is not empty, tidy; "" for none.
  std::string First(MetaKey key) const;
  /// The tidy content of the tag of that very name; "" for none.
  std::string Named(std::string_view name) const;

 private:
  std::vector<MetaTag> tags_;
};

}  // namespace newsmill::extract::metadata
