// Finds the names of authors in bylines and in metadata.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "site_names.h"

namespace newsmill::extract::bylines {

/// The kind of text that contains the names. The kind decides how strictly each
/// name is checked.
enum class NameSource {
  kStructured,  // metadata: a name may be one word or a team
  kText,        // a byline: a name must look like a person's name
};

struct Names {
  std::vector<std::string> people;
  std::string agency;               // the first agency, or ""
  std::string house;                // name of the site or of its team, or ""
  std::vector<std::string> others;  // photographers, translators …
  // True if a label, the word "by" or a role shows that the text names authors.
  bool is_signed = false;
};

/// Returns the names in `text`, without labels ("By"), roles, degrees and
/// e-mail addresses: "Jane Doe" and "John Roe" for "Jane Doe, MD, and John Roe
/// | Staff Writer". `language` is the language of the page, or "" if the page
/// does not state a language.
Names NamesIn(std::string_view text, NameSource source, const SiteNames& site,
              std::string_view language = "");

}  // namespace newsmill::extract::bylines
