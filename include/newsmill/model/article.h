// An extracted article: the fields of the record newsmill.article/1, except
// `dedup`, which the log decides, and `provenance`, which is the input's place.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "newsmill/model/document.h"
#include "newsmill/model/hash128.h"

namespace newsmill::model {

/// The record's `source`. At least one field is set in a record.
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

/// A name in the text.
struct Entity {
  std::string name;
  std::string type;
  int32_t count = 0;  // of its mentions
};

/// How much of the article the document holds.
enum class Completeness {
  kFull,
  kExcerpt,  // a summary, or a text that ends in an ellipsis
  kStub,     // the text before a paywall
  kLive,     // a live blog
};
/// Returns "excerpt", "stub" or "live", and "" for kFull, which a record does
/// not state.
std::string_view Name(Completeness completeness);

struct Extraction {
  DocumentKind kind = DocumentKind::kText;
  std::string method;       // the strategy that found the body
  double confidence = 0.0;  // 0 to 1
  Completeness completeness = Completeness::kFull;
};

/// A field that was not found is empty, and absent in the record. All text is
/// valid UTF-8. config/schema/article-1.schema.json describes each field.
struct Article {
  Hash128 id;              // of this version: Document::id
  std::string article_id;  // of all versions, 32 hex digits
  std::string input_id;    // the envelope's `id`
  std::string url;         // as given
  std::string canonical_url;
  Publisher source;
  std::string credit;  // the agency or paper that the story comes from
  std::string title;
  std::string subtitle;
  std::string summary;
  std::vector<std::string> authors;
  /// RFC 3339 with the offset that the document states. Without an offset if it
  /// states none, and only a date if only a date is known.
  std::string published_at;
  std::string modified_at;
  std::string section;
  std::vector<std::string> tags;
  std::string language;  // BCP 47
  std::vector<std::string> paragraphs;
  std::vector<Image> images;  // lead image first
  std::vector<Entity> entities;
  Extraction extraction;
  std::optional<int32_t> item;  // in its feed, from 0
};

}  // namespace newsmill::model
