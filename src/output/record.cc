#include "newsmill/output/record.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "newsmill/json/writer.h"

namespace newsmill::output {
namespace {

using json::Writer;

// The maximum length of the members `dedup` and `provenance` together. Their
// longest value is a topic name of at most 249 characters. The other values (a
// record id and three numbers) and the keys are shorter.
constexpr int64_t kMaxTailBytes = 640;

void TextField(Writer& writer, std::string_view key, std::string_view text) {
  if (!text.empty()) writer.Key(key).String(text);
}

void ListField(Writer& writer, std::string_view key,
               const std::vector<std::string>& items) {
  if (items.empty()) return;
  writer.Key(key).BeginArray();
  for (const std::string& item : items) writer.String(item);
  writer.EndArray();
}

void SourceField(Writer& writer, const model::Publisher& source) {
  if (source.name.empty() && source.domain.empty() && source.country.empty()) {
    return;
  }
  writer.Key("source").BeginObject();
  TextField(writer, "name", source.name);
  TextField(writer, "domain", source.domain);
  TextField(writer, "country", source.country);
  writer.EndObject();
}

void AccessField(Writer& writer, const model::Access& access) {
  if (access.stated.empty() && access.judged.empty()) return;
  writer.Key("access").BeginObject();
  TextField(writer, "stated", access.stated);
  TextField(writer, "judged", access.judged);
  writer.EndObject();
}

void BodyFields(Writer& writer, const std::vector<std::string>& paragraphs) {
  ListField(writer, "paragraphs", paragraphs);
  std::string text;
  for (const std::string& paragraph : paragraphs) {
    if (!text.empty()) text += "\n\n";
    text += paragraph;
  }
  TextField(writer, "text", text);
}

void ImagesField(Writer& writer, const std::vector<model::Image>& images) {
  if (images.empty()) return;
  writer.Key("images").BeginArray();
  for (const model::Image& image : images) {
    writer.BeginObject();
    TextField(writer, "url", image.url);
    TextField(writer, "caption", image.caption);
    TextField(writer, "credit", image.credit);
    writer.EndObject();
  }
  writer.EndArray();
}

void EntitiesField(Writer& writer, const std::vector<model::Entity>& entities) {
  if (entities.empty()) return;
  writer.Key("entities").BeginArray();
  for (const model::Entity& entity : entities) {
    writer.BeginObject();
    TextField(writer, "name", entity.name);
    TextField(writer, "type", entity.type);
    writer.Key("count").Int(entity.count);
    writer.EndObject();
  }
  writer.EndArray();
}

void ExtractionField(Writer& writer, const model::Extraction& extraction) {
  const double confidence = std::clamp(extraction.confidence, 0.0, 1.0);
  writer.Key("extraction").BeginObject();
  writer.Key("kind").String(model::Name(extraction.kind));
  writer.Key("method").String(extraction.method);
  writer.Key("confidence").Thousandths(std::lround(confidence * 1000));
  TextField(writer, "completeness", model::Name(extraction.completeness));
  writer.EndObject();
}

void DecisionField(Writer& writer, const model::Decision& decision) {
  writer.Key("dedup").BeginObject();
  writer.Key("relation").String(model::Name(decision.relation));
  if (decision.of) writer.Key("of").String(model::ToHex(*decision.of));
  if (decision.similarity_permille) {
    writer.Key("similarity").Thousandths(*decision.similarity_permille);
  }
  writer.EndObject();
}

void ProvenanceField(Writer& writer, const Provenance& provenance) {
  writer.Key("provenance").BeginObject();
  writer.Key("topic").String(provenance.topic);
  writer.Key("partition").Int(provenance.partition);
  writer.Key("offset").Int(provenance.offset);
  if (provenance.item) writer.Key("item").Int(*provenance.item);
  writer.EndObject();
}

/// Returns the JSON of a record up to the member `extraction`. The members
/// `dedup` and `provenance` are appended later. The members are in the order of
/// the schema.
std::string ArticleHead(const model::Article& article,
                        std::string_view format) {
  std::string out;
  size_t body = 0;
  for (const std::string& p : article.paragraphs) body += p.size() + 4;
  // The record contains the body twice, as `paragraphs` and as `text`.
  out.reserve(2 * body + body / 4 + 1024);
  Writer writer(out);
  writer.BeginObject();
  TextField(writer, "schema", format);
  TextField(writer, "id", model::ToHex(article.id));
  TextField(writer, "article_id", article.article_id);
  TextField(writer, "input_id", article.input_id);
  TextField(writer, "url", article.url);
  TextField(writer, "canonical_url", article.canonical_url);
  SourceField(writer, article.source);
  TextField(writer, "credit", article.credit);
  TextField(writer, "title", article.title);
  TextField(writer, "subtitle", article.subtitle);
  TextField(writer, "summary", article.summary);
  ListField(writer, "authors", article.authors);
  TextField(writer, "published_at", article.published_at);
  TextField(writer, "modified_at", article.modified_at);
  TextField(writer, "section", article.section);
  ListField(writer, "tags", article.tags);
  TextField(writer, "language", article.language);
  AccessField(writer, article.access);
  BodyFields(writer, article.paragraphs);
  ImagesField(writer, article.images);
  EntitiesField(writer, article.entities);
  ExtractionField(writer, article.extraction);
  return out;
}

std::string DuplicateHead(const model::Article& article) {
  std::string out;
  Writer writer(out);
  writer.BeginObject();
  TextField(writer, "id", model::ToHex(article.id));
  TextField(writer, "article_id", article.article_id);
  TextField(writer, "input_id", article.input_id);
  TextField(writer, "url", article.url);
  SourceField(writer, article.source);
  TextField(writer, "title", article.title);
  TextField(writer, "published_at", article.published_at);
  return out;
}

}  // namespace

std::expected<PreparedRecord, model::Rejection> Prepare(
    const model::Article& article, const Options& options) {
  PreparedRecord record;
  record.id = article.id;
  record.article_id = article.article_id;
  record.input_id = article.input_id;
  record.head = ArticleHead(article, options.format);
  record.duplicate_head = DuplicateHead(article);

  const auto size = static_cast<int64_t>(
      std::max(record.head.size(), record.duplicate_head.size()));
  if (size + kMaxTailBytes > options.max_record_bytes) {
    return std::unexpected(
        model::Rejection{model::Reason::kRecordTooLarge,
                         "the record has " + std::to_string(size) +
                             " bytes without the fields dedup and provenance, "
                             "and could exceed " +
                             std::to_string(options.max_record_bytes) +
                             " (output.max_record_bytes)",
                         article.input_id});
  }
  return record;
}

std::string Complete(const std::string& head, const model::Decision& decision,
                     const std::optional<Provenance>& provenance) {
  std::string out;
  out.reserve(head.size() + kMaxTailBytes);
  out = head;
  Writer writer = Writer::Continue(out);
  DecisionField(writer, decision);
  if (provenance) ProvenanceField(writer, *provenance);
  writer.EndObject();
  return out;
}

}  // namespace newsmill::output
