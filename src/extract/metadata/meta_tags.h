// Reads the meta elements of a page.
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
  kDate,  // date of the article or of something else
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
  uint8_t rank;  // names with rank 0 are the most trusted
};

/// Returns the key and the rank of a name, or nullptr for an unknown name.
/// `name` must be in lower case.
const MetaName* FindMetaName(std::string_view name);

/// A meta element. `content` is a view into the document.
struct MetaTag {
  const MetaName* name = nullptr;
  std::string_view content;
};

/// The meta elements of a page, in the order of the page. The document must
/// outlive the object.
class MetaTags {
 public:
  void Add(const html::Document& page, html::NodeId meta);

  /// Returns the elements with that key. Elements with a lower rank come first.
  std::vector<MetaTag> All(MetaKey key) const;
  /// Returns the tidy content of the first element of All(key) that has
  /// content. Returns "" if there is no such element.
  std::string First(MetaKey key) const;
  /// Returns the tidy content of the element with exactly that name, or "".
  std::string Named(std::string_view name) const;

 private:
  std::vector<MetaTag> tags_;
};

}  // namespace newsmill::extract::metadata
