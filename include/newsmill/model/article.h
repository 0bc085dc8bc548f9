// An extracted article: the fields of the record newsmill.article/1 without
// `dedup` and `provenance`. The fingerprint log decides `dedup`. `provenance`
// is the place of the input.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "newsmill/model/document.h"
#include "newsmill/model/hash128.h"

namespace newsmill::model {

/// The record's `source`. Every record has at least one of the fields of its
/// `source`.
struct Publisher {
  std::string name;
  std::string domain;   // registrable domain, "example.org"
  std::string country;  // ISO 3166-1, two letters
};

struct Image {
  std::string url;  // absolute
  std::string caption;
  std::string credit;
};

/// Who may read the article, as the publisher states it and as newsmill judges
/// it.
struct Access {
  std::string stated;  // by the publisher: "free", "metered", "locked"
  std::string judged;  // from the text: "full" or "truncated"
};

/// A name that the text mentions.
struct Entity {
  std::string name;
  std::string type;
  int32_t count = 0;  // number of mentions
};

/// How much of the article is in the document.
enum class Completeness {
  kFull,
  kExcerpt,  // a summary, or a text that ends in an ellipsis
  kStub,     // the text before a paywall
  kLive,     // a live blog
};
/// Returns "excerpt", "stub" or "live". Returns "" for kFull, because a record
/// does not state that its text is complete.
std::string_view Name(Completeness completeness);

struct Extraction {
  DocumentKind kind = DocumentKind::kText;
  std::string method;       // the strategy that found the body
  double confidence = 0.0;  // 0 to 1
  Completeness completeness = Completeness::kFull;
};

/// An article. A field that was not found is empty here and absent in the
/// record. All text is valid UTF-8. config/schema/article-1.schema.json
/// describes each field.
struct Article {
  Hash128 id;              // id of this version: Document::id
  std::string article_id;  // id of all versions, 32 hex digits
  std::string input_id;    // the envelope's `id`
  std::string url;         // as the input gives it
  std::string canonical_url;
  Publisher source;
  std::string credit;  // the agency or paper that wrote the story
  std::string title;
  std::string subtitle;
  std::string summary;
  std::vector<std::string> authors;
  /// An RFC 3339 time with the offset that the document states. The time has no
  /// offset if the document states none. The field has only a date if the
  /// document states no time.
  std::string published_at;
  std::string modified_at;
  std::string section;
  std::vector<std::string> tags;
  std::string language;  // BCP 47, canonical form
  Access access;
  std::vector<std::string> paragraphs;
  std::vector<Image> images;  // the lead image first
  std::vector<Entity> entities;
  Extraction extraction;
  std::optional<int32_t> item;  // number in its feed, from 0
};

}  // namespace newsmill::model
