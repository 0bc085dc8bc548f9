#include "readiness.h"

namespace newsmill::telemetry {

std::string_view Describe(Readiness::Phase phase) {
  using Phase = Readiness::Phase;
  switch (phase) {
    case Phase::kStarting:
      return "starting: the brokers and topics are being checked";
    case Phase::kCatchingUp:
      return "catching up: the fingerprint log is being read";
    case Phase::kJoining:
      return "joining: waiting for the first assignment of partitions";
    case Phase::kReady:
      return "ready";
    case Phase::kDraining:
      return "draining: no more messages are taken";
  }
  return "";
}

}  // namespace newsmill::telemetry
