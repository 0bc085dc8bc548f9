// From a raw message to the outcomes of its items: the pure part of the
// pipeline, the same on every worker and thread.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "newsmill/extract/options.h"
#include "newsmill/input/options.h"
#include "newsmill/model/dead_letter.h"
#include "newsmill/model/fingerprint.h"
#include "newsmill/model/ignored_field.h"
#include "newsmill/model/raw_message.h"
#include "newsmill/output/options.h"
#include "newsmill/output/record.h"

namespace newsmill::pipeline {

/// What one item of a message became; `item` is absent for a document that is
/// not part of a feed.
struct Outcome {
  std::optional<int32_t> item;
  std::variant<output::PreparedRecord, model::Rejection> content;
  model::Fingerprint fingerprint{};  // of a record
  int64_t input_time_ms = -1;        // of a record; see FingerprintEntry
  model::IgnoredFields ignored{};    // of the message, with its first item
};

/// At least one outcome, items in their order.
using ProcessFunction =
    std::function<std::vector<Outcome>(const model::RawMessage&)>;

/// Processes the message in a process of its own. Returns how that process
/// died, where the message alone can be the reason; nothing where it did not
/// die, or where somebody else killed it. `goes_on` is called now and then
/// meanwhile: when it returns false, nothing is returned soon.
using ExamineFunction = std::function<std::optional<std::string>(
    const model::RawMessage&, const std::function<bool()>& goes_on)>;

struct ProcessorOptions {
  input::Options input;
  extract::Options extract;
  output::Options output;
  /// False: each outcome has a fingerprint that matches no other.
  bool deduplicate = true;
};

/// Decodes, extracts, writes the record and fingerprints it. Never throws for a
/// document's sake: what is wrong with it is a Rejection.
std::vector<Outcome> Process(const ProcessorOptions& options,
                             const model::RawMessage& message);

}  // namespace newsmill::pipeline
