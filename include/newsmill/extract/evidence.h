// The candidates for each field of a record. A candidate is a value for the
// field that was found in the document. `newsmill explain` prints all
// candidates.
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

/// A value for a field of the record that was found in the document.
struct Candidate {
  std::string value;   // as in the record; names of a list are joined by "; "
  std::string origin;  // "json-ld headline", "meta og:title" …
  /// The reason why the value was taken or rejected: "most trusted". Empty: the
  /// value can still be taken. The view refers to a string literal.
  std::string_view verdict{};
  bool taken = false;

  /// Returns true if the value was neither taken nor rejected.
  bool IsOpen() const { return verdict.empty(); }
};

/// Takes the first open candidate, rejects the other open candidates, and
/// returns the taken candidate. Returns nullptr if no candidate is open. `T` is
/// Candidate or derives from Candidate.
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

/// The candidates for every field of one document. In each field, the
/// candidates of the most trusted origin come first. Not thread-safe.
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
