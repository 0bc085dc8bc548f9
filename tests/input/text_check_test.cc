#include "text_check.h"

#include <random>

#include "gtest/gtest.h"
#include "newsmill/input/decode.h"

namespace newsmill::input {
namespace {

using charset::Evidence;
using model::Reason;

std::optional<Reason> ReasonFor(std::string_view text,
                                Evidence evidence = Evidence::kValidUtf8) {
  const auto rejection = RejectionIfNotText(text, evidence);
  return rejection ? std::optional(rejection->reason) : std::nullopt;
}

/// Returns `start` with random bytes after it. The bytes are the same in every
/// run.
std::string Noise(std::string start, size_t size) {
  std::mt19937 random(7);
  while (start.size() < size) start += static_cast<char>(random() & 0xFF);
  return start;
}

TEST(TextCheckTest, AcceptsTextInAnyScript) {
  EXPECT_EQ(ReasonFor("Rain fell.\n\tAll day."), std::nullopt);
  EXPECT_EQ(ReasonFor("Всю ночь на островах шел дождь."), std::nullopt);
  EXPECT_EQ(ReasonFor("ఉదయం నుండి వర్షం కురిసింది."), std::nullopt);
  EXPECT_EQ(ReasonFor("<p>\x01\x02 a page with stray controls</p>"),
            std::nullopt);
}

TEST(TextCheckTest, RejectsControlCharacters) {
  EXPECT_EQ(ReasonFor("ab\x01\x02\x03\x04 cd"), Reason::kUnsupported);
}

TEST(TextCheckTest, RejectsCharactersThatDoNotOccurInTexts) {
  EXPECT_EQ(ReasonFor("r\uFFFDgn f\uFFFDll p\uFFFD \uFFFDarna"),
            Reason::kCharset);
  EXPECT_EQ(ReasonFor("\uE123\uE456\uE789\uF012 rain"), Reason::kCharset);
}

TEST(TextCheckTest, RejectsManyAccentsIfNoCharsetIsDeclared) {
  const std::string_view text = "Âñþ íî÷ü íà îñòðîâàõ øåë äîæäü";

  EXPECT_EQ(ReasonFor(text, Evidence::kDefault), Reason::kCharset);
  EXPECT_EQ(ReasonFor(text, Evidence::kMeta), std::nullopt);
  EXPECT_EQ(ReasonFor("À l'été, où la pluie a cessé, ça fête déjà.",
                      Evidence::kDefault),
            std::nullopt);
}

TEST(TextCheckTest, RejectsRandomBytes) {
  for (const std::string start :
       {"", "<htm", "\xFF\xFEr", "\xFE\xFFr", "\xEF\xBB\xBF<", "Rain"}) {
    model::RawMessage message;
    message.value = Noise(start, 4000);

    EXPECT_FALSE(Decode(message, {}).front()) << start;
  }
}

}  // namespace
}  // namespace newsmill::input
