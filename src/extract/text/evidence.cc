#include "newsmill/extract/evidence.h"

#include <utility>

namespace newsmill::extract {

std::string_view Name(Field field) {
  static constexpr std::array<std::string_view, kFieldCount> kNames = {
      "title",        "subtitle",      "summary",       "authors",
      "published_at", "modified_at",   "section",       "tags",
      "language",     "canonical_url", "source",        "credit",
      "images",       "paragraphs",    "access.stated", "access.judged"};
  return kNames.at(static_cast<size_t>(field));
}

std::string Joined(const std::vector<std::string>& values) {
  std::string all;
  for (const std::string& value : values) {
    if (!all.empty()) all += "; ";
    all += value;
  }
  return all;
}

void Evidence::Add(Field field, std::string value, std::string_view origin,
                   std::string_view objection) {
  if (value.empty()) return;
  (*this)[field].push_back({std::move(value), std::string(origin), objection});
}

std::string Evidence::TakeFirst(Field field) {
  const Candidate* const taken = TakeFirstOf((*this)[field]);
  return taken == nullptr ? "" : taken->value;
}

std::vector<std::string> Evidence::TakeAll(Field field) {
  std::vector<std::string> values;
  for (Candidate& each : (*this)[field]) {
    if (!each.IsOpen()) continue;
    each.taken = true;
    each.verdict = "one of several";
    values.push_back(each.value);
  }
  return values;
}

}  // namespace newsmill::extract
