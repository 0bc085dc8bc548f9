// An extracted article. It has all fields of the record newsmill.article/1
// except `dedup` and `provenance`. `dedup` depends on the fingerprint log.
// `provenance` is the topic, partition and offset of the input.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "newsmill/model/document.h"
#include "newsmill/model/hash128.h"

namespace newsmill::model {

/// The publisher of the article. It is the field `source` of the record. In
/// every record, `source` has at least one field.
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

/// Whether all readers have access to the whole article. Contains the statement
/// of the publisher, and the judgement of newsmill from the text.
struct Access {
  std::string stated;  // by the publisher: "free", "metered", "locked"
  std::string judged;  // by newsmill: "full" or "truncated"
};

/// A name that the text mentions.
struct Entity {
  std::string name;
  std::string type;
  int32_t count = 0;  // number of mentions
};

/// How much of the article the document contains.
enum class Completeness {
  kFull,
  kExcerpt,  // a summary, or a text that ends in an ellipsis
  kStub,     // only the text before a paywall
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
  std::string article_id;  // the same in all versions, 32 hex digits
  std::string input_id;    // the envelope's `id`
  std::string url;         // as the input gives it
  std::string canonical_url;
  Publisher source;
  std::string credit;  // the agency or paper that wrote the story
  std::string title;
  std::string subtitle;
  std::string summary;
  std::vector<std::string> authors;
  /// An RFC 3339 date and time, with the UTC offset that the document states.
  /// If the document states no UTC offset, the time has none. If the document
  /// states no time, the value is only a date.
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
  std::optional<int32_t> item;  // index in the feed, from 0
};

}  // namespace newsmill::model
