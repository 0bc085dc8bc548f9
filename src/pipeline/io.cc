#include "newsmill/pipeline/io.h"

namespace newsmill::pipeline {

std::string_view Name(AbandonCause cause) {
  switch (cause) {
    case AbandonCause::kAbort:
      return "abort";
    case AbandonCause::kRevoke:
      return "revoke";
    case AbandonCause::kDrain:
      return "drain";
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
