#include "newsmill/pipeline/sink.h"

namespace newsmill::pipeline {

std::string_view Name(PublishFailure failure) {
  switch (failure) {
    case PublishFailure::kRetry:
      return "retry";
    case PublishFailure::kRefused:
      return "refused";
    case PublishFailure::kFenced:
      return "fenced";
    case PublishFailure::kStop:
      return "stop";
  }
  return "";
}

}  // namespace newsmill::pipeline
