#include "newsmill/dedup/fingerprint.h"

#include <span>
#include <string>
#include <string_view>

#include "facts.h"
#include "newsmill/base/ascii.h"
#include "newsmill/model/identity.h"
#include "shingles.h"
#include "sketch.h"

namespace newsmill::dedup {
namespace {

/// Returns the normalised text of the body. The result is the same as
/// NormalisedText of all paragraphs with line feeds between them. Each
/// paragraph is normalised separately, which is faster for paragraphs in ASCII.
/// This is possible because characters on both sides of a line feed never
/// combine.
std::string NormalisedBody(const model::Article& article) {
  std::string body;
  for (const std::string& paragraph : article.paragraphs) {
    const std::string text = model::NormalisedText(paragraph);
    if (!body.empty() && !text.empty()) body += ' ';
    body += text;
  }
  return body;
}

uint64_t TitleHash(std::string_view title) {
  const std::string text = model::NormalisedText(title);
  return text.empty() ? 0 : model::HashOf(text).low;
}

/// Returns the hash of the primary language: "en" for "en-GB". The hash does
/// not depend on the region and the script.
uint16_t LanguageHash(std::string_view tag) {
  const std::string primary =
      LowerAscii(tag.substr(0, tag.find_first_of("-_")));
  if (primary.empty() || primary == "und") return 0;
  const auto hash = static_cast<uint16_t>(model::HashOf(primary).low);
  return hash == 0 ? 1 : hash;
}

/// Returns the id from which version 1 makes Fingerprint::article: the same as
/// Article::article_id in the builds that know only version 1.
std::string OldestIdOf(const model::Article& article) {
  if (article.canonical_url.empty()) return article.article_id;
  return model::ToHex(
      model::FieldHash().Add("url").Add(article.canonical_url).Digest());
}

/// Returns fingerprints that have this newest one, and differ in `article`.
model::Fingerprints WithOldest(const model::Fingerprint& newest,
                               const model::Hash128& oldest_article) {
  model::Fingerprints prints{.oldest = newest, .newest = newest};
  prints.oldest.version = model::kOldestFingerprintVersion;
  prints.oldest.article = oldest_article;
  return prints;
}

}  // namespace

model::Fingerprints FingerprintsOf(const model::Article& article) {
  const std::string text = NormalisedBody(article);
  const Shingles shingles = ShinglesOf(text);
  const std::span<const uint64_t> hashes = shingles.hashes;
  const DifferentShingles different = CountDifferent(hashes, shingles.lead);

  model::Fingerprint print;
  print.language = LanguageHash(article.language);
  print.article = model::HashOf(article.article_id);
  print.text = model::HashOf(text);
  print.title = TitleHash(article.title);
  print.body_shingles = different.all;
  print.lead_shingles = different.lead;
  Sketch(hashes, print.body);
  Sketch(hashes.first(shingles.lead), print.lead);
  print.facts = FactsOf(article.paragraphs);
  return WithOldest(print, model::HashOf(OldestIdOf(article)));
}

model::Fingerprints UniqueFingerprints(const model::RawMessage& message,
                                       std::optional<int32_t> item) {
  const auto partition = static_cast<uint64_t>(message.partition);
  const auto number = static_cast<uint32_t>(item.value_or(-1));
  const model::Hash128 place{.high = partition << 32 | number,
                             .low = static_cast<uint64_t>(message.offset)};
  return WithOldest({.article = place, .text = place}, place);
}

}  // namespace newsmill::dedup
