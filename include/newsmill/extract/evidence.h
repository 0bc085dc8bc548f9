// What a document says about each field of its record, with the places where it
// says so: what `newsmill explain` prints.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace newsmill::extract {

/// A field of the record.
enum class Field : uint8_t {
  kTitle,
  kSubtitle,
  kSummary,
  kAuthors,
  kPublishedAt,
  kModifiedAt,
  kSection,
  kTags,
  kLanguage,
  kCanonicalUrl,
  kSource,
  kCredit,
  kImages,
  kParagraphs,
};
inline constexpr size_t kFieldCount = 14;

/// Returns the name of the field in the record: "published_at".
std::string_view Name(Field field);

/// A value that a document offers for a field.
struct Candidate {
  std::string value;  // as the record writes it; names of a list joined by "; "
  std::string origin;  // "json-ld headline", "meta og:title" …
  /// Why it is taken or not. Before the decision: why it cannot be taken, empty
  /// when it can. A string literal.
  std::string_view verdict{};
  bool taken = false;
};

/// The candidates of every field, those of the most trusted origin first. A
/// plain value: one a document, owned by one thread.
class Evidence {
 public:
  /// Adds a candidate; an empty `value` is none.
  void Add(Field field, std::string value, std::string_view origin,
           std::string_view objection = {});

  /// Takes the first candidate without an objection and returns its value; ""
  /// when there is none. To be called once a field.
  std::string TakeFirst(Field field);

  /// Takes all candidates without an objection and returns their values. To be
  /// called once a field.
  std::vector<std::string> TakeAll(Field field);

  std::vector<Candidate>& operator[](Field field) {
    return candidates_[static_cast<size_t>(field)];
  }
  const std::vector<Candidate>& operator[](Field field) const {
    return candidates_[static_cast<size_t>(field)];
  }

 private:
  std::array<std::vector<Candidate>, kFieldCount> candidates_;
};

}  // namespace newsmill::extract
