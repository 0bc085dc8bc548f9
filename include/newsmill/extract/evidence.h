// The values that a document offers for each field of its record, and the
// places of the values in the document. `newsmill explain` prints them.
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
  kAccessStated,
  kAccessJudged,
};
inline constexpr size_t kFieldCount = 16;

/// Returns the name of the field in the record: "published_at".
std::string_view Name(Field field);

/// A value that a document offers for a field.
struct Candidate {
  std::string value;   // as in the record; names of a list are joined by "; "
  std::string origin;  // "json-ld headline", "meta og:title" …
  /// Says why the value was taken or was not taken. Before the decision, it
  /// says why the value cannot be taken, or is empty if the value can be taken.
  /// It is a string literal.
  std::string_view verdict{};
  bool taken = false;

  /// Returns true if the value can be taken and there is no decision yet.
  bool IsOpen() const { return verdict.empty(); }
};

/// Takes the first open candidate and returns it. Returns nullptr if no
/// candidate is open. `T` is a Candidate.
template <typename T>
T* TakeFirstOf(std::vector<T>& candidates) {
  T* first = nullptr;
  for (T& each : candidates) {
    if (!each.IsOpen()) continue;
    each.taken = first == nullptr;
    each.verdict = each.taken ? "most trusted" : "less trusted";
    if (each.taken) first = &each;
  }
  return first;
}

/// Returns the values of a list as one text, for Candidate::value: "Ana Roth;
/// Ben Roe".
std::string Joined(const std::vector<std::string>& values);

/// The candidates of every field; candidates of the most trusted origin come
/// first. Each document has its own Evidence, and one thread owns it.
class Evidence {
 public:
  /// Adds a candidate. Does nothing if `value` is empty.
  void Add(Field field, std::string value, std::string_view origin,
           std::string_view objection = {});

  /// Takes the first open candidate. Returns its value, or "" if no candidate
  /// is open. Call it once for each field.
  std::string TakeFirst(Field field);

  /// Takes all open candidates. Returns their values. Call it once for each
  /// field.
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
