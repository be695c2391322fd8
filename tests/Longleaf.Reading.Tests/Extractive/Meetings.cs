namespace Longleaf.Reading.Tests.Extractive;

/// <summary>Made-up transcripts: an English meeting with small talk and two matters, and a Chinese one.</summary>
internal static class Meetings
{
    public static ReadableDocument Ferry { get; } = MarkdownBlocks.Document("harbour board.txt", """
        Chair: {vocalsound} Okay , good morning everybody , did you all find the room ?

        Harbour Master: Yeah , um the door was open .

        Treasurer: Good morning .

        Chair: So um let us begin with the new ferry timetable , please .

        Harbour Master: Um so the ferry timetable has to change because the morning tide is {disfmarker} is too low for the large boat at six . I would move the first ferry to half past seven , and keep a small boat for the school children .

        Treasurer: Mm-hmm .

        Chair: Right .

        Harbour Master: The islanders were asked about the timetable in March , and most of them want a late ferry on Fridays more than an early one .

        Treasurer: A late ferry on Fridays costs four hundred pounds a week in overtime , so the timetable must earn that from tourists .

        Chair: Okay .

        Chair: We agree to try the late ferry from May to September .

        Treasurer: Yeah .

        Harbour Master: Okay .

        Chair: Uh now the roof of the ticket office .

        Treasurer: The roof of the ticket office leaks over the counter , and the insurance pays only if we repair the roof before October .

        Harbour Master: Slate would last forty years , but um sheet metal could be on that roof in a week .

        Chair: You know , I like slate .

        Treasurer: Slate is three times the price , and the grant for old roofs covers half of it .

        Chair: Then we ask for the grant and repair the roof with slate .

        Harbour Master: Okay .

        Treasurer: Yeah , okay .

        Chair: Thank you all , um coffee is next door .
        """);

    public static ReadableDocument School { get; } = MarkdownBlocks.Document("家长会.txt", """
        王老师：好的，那么大家都到了吧，我们现在就开始。

        李家长：嗯，到了。

        王老师：今天先说一下午餐的问题，学校食堂从下个月开始由新的公司来承包。

        李家长：我觉得新的食堂公司应该每周公布菜单，家长才知道孩子吃了什么。

        张家长：对，食堂的菜单还应该标明过敏的食物。

        王老师：好的，菜单会每周五发到家长群里，过敏的食物会用红色标出来。

        李家长：嗯，好。

        王老师：然后是春游，我们准备四月十二号去植物园。

        张家长：去植物园的车费是多少，学校出还是家长出？

        王老师：植物园的门票由学校出，车费每人三十元由家长出。

        李家长：好的，我没有意见。

        张家长：嗯嗯，好的。
        """);
}
