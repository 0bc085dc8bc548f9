// Where the module's own files find the public Trace.
#pragma once

#include "newsmill/extract/trace.h"  // IWYU pragma: export
