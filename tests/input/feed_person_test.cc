#include "feed_person.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace newsmill::input {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// The names in an author element with those contents. "<x>" starts a child
/// element, and "</x>" ends the element that was started last.
std::vector<std::string> NamesIn(std::string_view contents) {
  PersonCapture person;
  while (!contents.empty()) {
    const size_t open = std::min(contents.find('<'), contents.size());
    person.Text(contents.substr(0, open));
    if (open == contents.size()) break;
    const size_t end = contents.find('>', open);
    const std::string_view tag = contents.substr(open + 1, end - open - 1);
    if (tag.starts_with('/')) {
      person.End();
    } else {
      person.Start(tag);
    }
    contents.remove_prefix(end + 1);
  }
  return person.TakeNames();
}

TEST(FeedPersonTest, TextIsTheName) {
  EXPECT_THAT(NamesIn("\n Ida\n  Holm "), ElementsAre("Ida Holm"));
  EXPECT_THAT(NamesIn(""), IsEmpty());
}

TEST(FeedPersonTest, AnElementForTheNameExcludesOtherElements) {
  EXPECT_THAT(NamesIn("<name>Ida Holm</name><title>Culture editor</title>"
                      "<company></company>"),
              ElementsAre("Ida Holm"));
  EXPECT_THAT(NamesIn("By <display_name>Ida Holm</display_name>"),
              ElementsAre("Ida Holm"));
  EXPECT_THAT(NamesIn("<bio><name>Island Post</name></bio>"
                      "<Name><b>Ida</b> Holm</Name>"),
              ElementsAre("Ida Holm"));
}

TEST(FeedPersonTest, ReadsTheElementsOfAName) {
  EXPECT_THAT(NamesIn("<firstName>Ida</firstName><lastName>Holm</lastName>"),
              ElementsAre("Ida Holm"));
  EXPECT_THAT(NamesIn("<name><family>Holm</family><given>Ida</given></name>"),
              ElementsAre("Ida Holm"));
  EXPECT_THAT(NamesIn("<given-name>Ida</given-name><middle>K.</middle>"
                      "<surname>Holm</surname><city>Brae</city>"),
              ElementsAre("Ida K. Holm"));
}

TEST(FeedPersonTest, ReadsSeveralPersons) {
  EXPECT_THAT(NamesIn("<seq><li>Ida Holm</li><li>Jon Berg</li></seq>"),
              ElementsAre("Ida Holm", "Jon Berg"));
  EXPECT_THAT(NamesIn("<name>Ida Holm</name><email>i@post.example</email>"
                      "<name>Jon Berg</name>"),
              ElementsAre("Ida Holm", "Jon Berg"));
  EXPECT_THAT(NamesIn("<author><name>Ida Holm</name></author>"
                      "<author><name>Jon Berg</name></author>"),
              ElementsAre("Ida Holm", "Jon Berg"));
  EXPECT_THAT(NamesIn("Ida Holm<br></br>Jon Berg"),
              ElementsAre("Ida Holm", "Jon Berg"));
}

TEST(FeedPersonTest, KeepsTheTextOfMarkup) {
  EXPECT_THAT(NamesIn("<a>Ida <b>Holm</b></a>"), ElementsAre("Ida Holm"));
  EXPECT_THAT(NamesIn("<Person>Ida Holm<img></img></Person>"),
              ElementsAre("Ida Holm"));
}

TEST(FeedPersonTest, AnAddressStandsForAPersonWithoutAName) {
  EXPECT_THAT(NamesIn("<email>ida@post.example</email><name/></name>"),
              ElementsAre("ida@post.example"));
  EXPECT_THAT(NamesIn("Ida Holm<email>ida@post.example</email>"),
              ElementsAre("Ida Holm"));
}

TEST(FeedPersonTest, UnknownElementsNameNobody) {
  EXPECT_THAT(NamesIn("<jobtitle>Editor</jobtitle><uri>/ida</uri>"), IsEmpty());
}

}  // namespace
}  // namespace newsmill::input
