// The meta elements of a page.
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
  kDate,  // of the publication, the document or something else
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
  kAccess,
};

struct MetaName {
  std::string_view name;
  MetaKey key;
  uint8_t rank;  // 0 is the most trusted
};

/// Returns the entry of a name, or nullptr for an unknown name. `name` is in
/// lower case.
const MetaName* FindMetaName(std::string_view name);

/// A meta element. Its texts are views into the document and the table.
struct MetaTag {
  const MetaName* name = nullptr;
  std::string_view content;
};

/// The meta elements in the order of the page. The document must outlive it.
class MetaTags {
 public:
  void Add(const html::Document& page, html::NodeId meta);

  /// Returns the tags with that key, lowest rank first.
  std::vector<MetaTag> All(MetaKey key) const;
  /// Returns the tidy content of the first tag with that key that is not empty,
  /// or "".
  std::string First(MetaKey key) const;
  /// Returns the tidy content of the tag with exactly that name, or "".
  std::string Named(std::string_view name) const;

 private:
  std::vector<MetaTag> tags_;
};

}  // namespace newsmill::extract::metadata
