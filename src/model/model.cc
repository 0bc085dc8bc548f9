#include <array>

#include "fmt/format.h"
#include "newsmill/base/ascii.h"
#include "newsmill/base/utf8.h"
#include "newsmill/model/article.h"
#include "newsmill/model/dead_letter.h"
#include "newsmill/model/decision.h"
#include "newsmill/model/document.h"
#include "newsmill/model/hash128.h"
#include "newsmill/model/ignored_field.h"
#include "newsmill/model/log_entry.h"
#include "newsmill/model/raw_message.h"

namespace newsmill::model {
namespace {

template <typename Enum, size_t kSize>
std::string_view NameFrom(const std::array<std::string_view, kSize>& names,
                          Enum value) {
  return names.at(static_cast<size_t>(value));
}

}  // namespace

std::optional<std::string_view> FindHeader(const Headers& headers,
                                           std::string_view name) {
  for (auto it = headers.rbegin(); it != headers.rend(); ++it) {
    if (it->value && EqualsIgnoringCase(it->name, name)) return *it->value;
  }
  return std::nullopt;
}

std::string_view Name(DocumentKind kind) {
  static constexpr std::array<std::string_view, 9> kNames = {
      "html",   "text", "rss",   "atom",    "jsonfeed",
      "newsml", "nitf", "ninjs", "iptc7901"};
  return NameFrom(kNames, kind);
}

std::string_view Name(Completeness completeness) {
  static constexpr std::array<std::string_view, 4> kNames = {"", "excerpt",
                                                             "stub", "live"};
  return NameFrom(kNames, completeness);
}

std::string_view Name(Reason reason) {
  static constexpr std::array<std::string_view, kReasonCount> kNames = {
      "null_value",     "too_large", "bad_envelope", "unsupported",
      "decompression",  "charset",   "malformed",    "empty_feed",
      "not_an_article", "no_text",   "limit",        "record_too_large",
      "crashed"};
  return NameFrom(kNames, reason);
}

std::string_view NameOfKind(size_t kind) {
  static constexpr std::array<std::string_view, kEntryKindCount> kNames = {
      "unknown", "genesis", "rules", "claim",     "fingerprint", "retract",
      "commit",  "range",   "mark",  "objection", "reset"};
  static_assert(!kNames.back().empty());
  return kNames.at(kind);
}

std::string_view Name(Relation relation) {
  static constexpr std::array<std::string_view, kRelationCount> kNames = {
      "original", "update", "extended", "exact", "near", "excerpt"};
  return NameFrom(kNames, relation);
}

std::string_view Name(IgnoredCause cause) {
  static constexpr std::array<std::string_view, kIgnoredCauseCount> kNames = {
      "unknown_key", "bad_url", "bad_fetched_at", "wrong_type"};
  return NameFrom(kNames, cause);
}

void IgnoredFields::Add(IgnoredCause cause, std::string_view name,
                        std::string_view value) {
  ++counts.at(static_cast<size_t>(cause));
  if (named.size() == kMostNamed) return;
  named.push_back({cause, std::string(TruncateUtf8(name, kMostBytes)),
                   std::string(TruncateUtf8(value, kMostBytes))});
}

bool IsDuplicate(Relation relation) {
  return relation == Relation::kExact || relation == Relation::kNear ||
         relation == Relation::kExcerpt;
}

int64_t InputTimeOf(const LogEntry& entry) {
  const auto* fingerprint = std::get_if<FingerprintEntry>(&entry.content);
  return fingerprint == nullptr ? -1 : fingerprint->input_time_ms;
}

std::string ToHex(const Hash128& hash) {
  return fmt::format("{:016x}{:016x}", hash.high, hash.low);
}

}  // namespace newsmill::model
