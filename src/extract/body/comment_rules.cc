#include "comment_rules.h"

#include <algorithm>
#include <string>
#include <vector>

#include "extract/lexicon/comment_rule_phrases.h"
#include "extract/lexicon/lone_lines.h"
#include "extract/lexicon/phrase_index.h"
#include "extract/text/characters.h"

namespace newsmill::extract::body {
namespace {

using lexicon::PhraseIndex;

bool StartsWord(std::string_view text, size_t at) {
  if (at == 0) return true;
  const int32_t before = text::LastCharacter(text.substr(0, at));
  return !text::IsLetter(before) || text::IsWide(before);
}

/// Returns the number of different phrases at the start of words of `text`, but
/// at most `max`.
size_t PhrasesIn(std::string_view text, const PhraseIndex& index, size_t max) {
  std::vector<int32_t> found;
  for (size_t i = 0; i < text.size() && found.size() < max; ++i) {
    const int32_t phrase = index.PrefixOf(text.substr(i));
    if (phrase >= 0 && StartsWord(text, i) &&
        std::ranges::find(found, phrase) == found.end()) {
      found.push_back(phrase);
    }
  }
  return found.size();
}

bool MentionsComments(std::string_view folded) {
  static const PhraseIndex kComments(lexicon::CommentWords());
  return PhrasesIn(folded, kComments, 1) > 0;
}

/// Returns whether the text speaks of comments and of rules for them, to the
/// reader or for the site. A report about comments speaks of others.
bool IsRule(std::string_view folded) {
  constexpr size_t kFewestRuleWords = 2;
  static const PhraseIndex kRules(lexicon::RuleWords());
  static const PhraseIndex kVoices(lexicon::RuleVoices());
  return MentionsComments(folded) && !lexicon::ReportsSpeech(folded) &&
         PhrasesIn(folded, kVoices, 1) > 0 &&
         PhrasesIn(folded, kRules, kFewestRuleWords) == kFewestRuleWords;
}

bool IsOpinionNotice(std::string_view folded) {
  static const PhraseIndex kNotices(lexicon::OpinionNoticeWords());
  return kNotices.FoundIn(folded);
}

/// The end of a body, from its last block towards its first block.
class BodyEnd {
 public:
  BodyEnd(const Outline& outline, const Choices& choices)
      : outline_(outline), chosen_(ChosenBlocks(choices)) {
    std::ranges::reverse(chosen_);
  }

  /// Returns the blocks from the first rule to the end of the body, or nothing
  /// if the body does not end with rules.
  std::vector<size_t> Rules() const {
    size_t rules = 0;
    for (size_t n = 0; n < chosen_.size(); ++n) {
      const std::string folded = Folded(n);
      if (IsRule(folded)) {
        rules = n + 1;
      } else if (n - rules >= kMaxOthers ||
                 (LooksLikeProse(outline_.blocks[chosen_[n]]) &&
                  !IsOpinionNotice(folded))) {
        break;
      }
    }
    if (rules == 0 || IsAboutComments(rules)) return {};
    return {chosen_.begin(), chosen_.begin() + static_cast<ptrdiff_t>(rules)};
  }

 private:
  // Maximum number of lines and notices after a rule.
  static constexpr size_t kMaxOthers = 8;

  std::string Folded(size_t n) const {
    return text::Folded(outline_.TextOf(outline_.blocks[chosen_[n]]));
  }

  /// Returns whether the paragraphs before the rules also mention comments, or
  /// whether no paragraph is before the rules.
  bool IsAboutComments(size_t rules) const {
    constexpr size_t kMostMentions = 1;
    size_t mentions = 0;
    size_t paragraphs = 0;
    for (size_t n = rules; n < chosen_.size(); ++n) {
      if (!LooksLikeProse(outline_.blocks[chosen_[n]])) continue;
      ++paragraphs;
      if (MentionsComments(Folded(n))) ++mentions;
    }
    return mentions > kMostMentions || paragraphs < 2;
  }

  const Outline& outline_;
  std::vector<size_t> chosen_;  // the last block first
};

}  // namespace

void DropCommentRules(const Outline& outline, Choices& choices) {
  for (const size_t i : BodyEnd(outline, choices).Rules()) {
    choices[i].Drop("a rule of the comment section");
  }
}

}  // namespace newsmill::extract::body
