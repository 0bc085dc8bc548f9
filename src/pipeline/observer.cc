#include "newsmill/pipeline/observer.h"

namespace newsmill::pipeline {

std::string_view Name(AbandonCause cause) {
  switch (cause) {
    case AbandonCause::kAbort:
      return "abort";
    case AbandonCause::kRevoke:
      return "revoke";
    case AbandonCause::kDrain:
      return "drain";
    case AbandonCause::kUnknown:
      return "unknown";
  }
  return "";
}

std::string_view Name(Stage stage) {
  switch (stage) {
    case Stage::kExtract:
      return "extract";
    case Stage::kDecide:
      return "decide";
    case Stage::kPublish:
      return "publish";
  }
  return "";
}

std::string_view Name(StartPhase phase) {
  switch (phase) {
    case StartPhase::kSearching:
      return "searching";
    case StartPhase::kLoading:
      return "loading";
    case StartPhase::kCatchingUp:
      return "catching_up";
    case StartPhase::kReady:
      return "ready";
  }
  return "";
}

void ItemCounts::Add(const ItemCounts& other) {
  for (int i = 0; i < model::kRelationCount; ++i) {
    relation[i] += other.relation[i];
  }
  for (int i = 0; i < model::kReasonCount; ++i) reason[i] += other.reason[i];
}

}  // namespace newsmill::pipeline
