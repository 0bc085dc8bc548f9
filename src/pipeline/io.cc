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

}  // namespace newsmill::pipeline
