// The names in what a page states of its authors.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "site_names.h"

namespace newsmill::extract::bylines {

/// How sure it is that the text holds names.
enum class NameSource {
  kStructured,  // metadata: one word may be a name, a team too
  kText,        // a byline: only what reads like a person's name
};

struct Names {
  std::vector<std::string> people;
  std::string agency;  // the first, if any
  std::string house;   // the first that is the site itself, or its "team"
};

/// Names without labels ("By"), roles, degrees and e-mail addresses.
/// "Jane Doe, MD, and John Roe | Staff Writer" holds two.
Names NamesIn(std::string_view text, NameSource source, const SiteNames& site);

}  // namespace newsmill::extract::bylines
