// An extracted article: the fields of the record newsmill.article/1, without
// those that the log decides (`dedup`) and that delivery adds (`provenance`).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "newsmill/model/document.h"
#include "newsmill/model/hash128.h"

namespace newsmill::model {

/// The publisher. At least one field is set in a record.
struct Publisher {
  std::string name;
  std::string domain;
  std::string country;
};

struct Image {
  std::string url;
  std::string caption;
  std::string credit;
};

struct Entity {
  std::string name;
  std::string type;
  int32_t count = 0;
};

/// How much of the article the document holds.
enum class Completeness { kFull, kExcerpt, kStub, kLive };
/// "" for full, which a record does not state; else "excerpt", "stub", "live".
std::string_view Name(Completeness completeness);

struct Extraction {
  DocumentKind kind = DocumentKind::kText;
  std::string method;       // the strategy that gave the body
  double confidence = 0.0;  // 0 to 1
  Completeness completeness = Completeness::kFull;
};

/// Empty: not found. Dates as the contract writes them.
struct Article {
  Hash128 id;
  std::string article_id;
  std::string input_id;
  std::string url;
  std::string canonical_url;
  Publisher source;
  std::string credit;
  std::string title;
  std::string subtitle;
  std::string summary;
  std::vector<std::string> authors;
  std::string published_at;
  std::string modified_at;
  std::string section;
  std::vector<std::string> tags;
  std::string language;
  std::vector<std::string> paragraphs;
  std::vector<Image> images;
  std::vector<Entity> entities;
  Extraction extraction;
  std::optional<int32_t> item;
};

}  // namespace newsmill::model
