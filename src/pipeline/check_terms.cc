#include "check_terms.h"

#include <string>

#include "fmt/format.h"
#include "fmt/ranges.h"
#include "log_error.h"

namespace newsmill::pipeline {
namespace {

using model::GenesisEntry;
using model::RulesEntry;

std::string Describe(const GenesisEntry& genesis) {
  return fmt::format("group {} with outputs {}", genesis.group,
                     fmt::join(genesis.outputs, ", "));
}

std::string Describe(const RulesEntry& rules) {
  return fmt::format("dedup.window {}s and dedup.max_entries {} (version {})",
                     rules.window_ms / 1000, rules.max_entries, rules.version);
}

}  // namespace

std::expected<void, LogError> CheckTerms(const LogTerms& terms,
                                         const GenesisEntry& genesis,
                                         const RulesEntry& rules) {
  if (genesis.group != terms.genesis.group ||
      genesis.outputs != terms.genesis.outputs) {
    return MisconfiguredLog(fmt::format(
        "the fingerprint log belongs to {}, but this worker belongs to {}; "
        "give each group its own log (topics.fingerprints)",
        Describe(genesis), Describe(terms.genesis)));
  }
  // The worker writes the version in force (decider.h).
  RulesEntry wanted = terms.rules;
  if (model::IsKnownVersion(rules.version)) wanted.version = rules.version;
  if (rules != wanted) {
    return MisconfiguredLog(fmt::format(
        "the fingerprint log has the rules {}, but the configuration has {}; "
        "use the same values, or start one worker with --change-rules to "
        "change them for the whole fleet",
        Describe(rules), Describe(terms.rules)));
  }
  return {};
}

}  // namespace newsmill::pipeline
