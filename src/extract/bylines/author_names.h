// Finds the names in the texts in which a page states its authors.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "site_names.h"

namespace newsmill::extract::bylines {

/// The kind of text that is read. It decides how strictly a name is checked.
enum class NameSource {
  kStructured,  // metadata: a name may be one word or a team
  kText,        // a byline: a name must look like a person's name
};

struct Names {
  std::vector<std::string> people;
  std::string agency;  // the first agency, or ""
  std::string house;   // the first name of the site itself or its "team"
  std::vector<std::string> others;  // photographers, translators …
  bool is_signed = false;           // a label, "by" or a role shows authors
};

/// Returns the names in `text`, without labels ("By"), roles, degrees and
/// e-mail addresses: "Jane Doe" and "John Roe" for "Jane Doe, MD, and John Roe
/// | Staff Writer". `language` is the language that the page states, or "".
Names NamesIn(std::string_view text, NameSource source, const SiteNames& site,
              std::string_view language = "");

}  // namespace newsmill::extract::bylines
