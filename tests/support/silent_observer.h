// An observer for tests that look at no event.
#pragma once

#include "newsmill/pipeline/observer.h"

namespace newsmill::testing {

class SilentObserver : public pipeline::Observer {
 public:
  void On(const pipeline::Event& /*event*/) override {}
};

}  // namespace newsmill::testing
