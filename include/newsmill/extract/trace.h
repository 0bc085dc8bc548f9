// What the extraction saw and why it chose: what `newsmill explain` prints.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace newsmill::extract {

/// A value that was looked at for a field of the record.
struct Candidate {
  std::string field;   // "title", "published_at" …
  std::string value;   // as it would stand in the record
  std::string origin;  // "json-ld headline", "meta og:title" …
  std::string reason;  // why it won or lost
  bool won = false;
};

/// A plain recorder, in the order of the decisions. It is passed as a pointer,
/// null where nobody asks, and nothing depends on it. Not thread-safe: one a
/// document.
class Trace {
 public:
  void Won(std::string_view field, std::string_view value,
           std::string_view origin, std::string_view reason) {
    Add(field, value, origin, reason, true);
  }
  void Lost(std::string_view field, std::string_view value,
            std::string_view origin, std::string_view reason) {
    Add(field, value, origin, reason, false);
  }
  const std::vector<Candidate>& candidates() const { return candidates_; }

 private:
  void Add(std::string_view field, std::string_view value,
           std::string_view origin, std::string_view reason, bool won) {
    candidates_.push_back({std::string(field), std::string(value),
                           std::string(origin), std::string(reason), won});
  }

  std::vector<Candidate> candidates_;
};

/// For the callers: nothing is done when nobody listens.
inline void Win(Trace* trace, std::string_view field, std::string_view value,
                std::string_view origin, std::string_view reason) {
  if (trace != nullptr) trace->Won(field, value, origin, reason);
}
inline void Lose(Trace* trace, std::string_view field, std::string_view value,
                 std::string_view origin, std::string_view reason) {
  if (trace != nullptr) trace->Lost(field, value, origin, reason);
}

/// Of values for `field`, the most trusted first, the first that is not empty.
inline void Offer(std::string& field, std::string value, std::string_view name,
                  std::string_view origin, Trace* trace) {
  if (value.empty()) return;
  if (!field.empty()) {
    Lose(trace, name, value, origin, "less trusted");
    return;
  }
  Win(trace, name, value, origin, "most trusted");
  field = std::move(value);
}

}  // namespace newsmill::extract
